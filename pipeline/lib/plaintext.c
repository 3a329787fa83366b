#include "plaintext.h"

#include <unicode/uchar.h>

#include "buf.h"
#include "byline.h"
#include "date.h"
#include "dump.h"
#include "textline.h"
#include "utf8.h"

enum {
	TITLE_MAX = 160,    /* characters */
	TITLE_WORDS = 5,    /* a menu's entries have fewer */
	HEADLINE_WORDS = 4, /* of a dump's title, at least */
	TITLE_FAR = 40,     /* lines from a dump's title to the text: buttons, captions, dates */
	TITLE_BLOCK = 4,    /* lines: what stands over a title, the title, standfirsts */
	LIST_ROW = 3,       /* headings in a row are a list */
};

struct reading {
	struct arena *arena;
	struct boilerplate *boilerplate;
	struct article *article;
	struct dump dump;
	struct span *types; /* of the block that a line becomes */
	size_t standfirst;  /* line, or 0: never the first one */
};

static size_t
count(const struct reading *r)
{
	return r->dump.lines.n;
}

static enum fate
fate(const struct reading *r, size_t i)
{
	return (enum fate)r->dump.marks[i].fate;
}

static void
set_fate(struct reading *r, size_t i, enum fate to)
{
	r->dump.marks[i].fate = (uint8_t)to;
}

static struct span
text(const struct reading *r, size_t i)
{
	return r->dump.lines.v[i].text;
}

static void
set_field(struct reading *r, struct span key, struct span value)
{
	article_set(r->arena, r->article, key, text_squeeze(r->arena, value));
}

static size_t
first_paragraph(const struct reading *r)
{
	size_t i = 0;

	while (i < count(r) && (fate(r, i) != LINE_KEPT || r->dump.marks[i].heading))
		i++;
	return i;
}

static size_t
behind_last(const struct reading *r) /* line that is kept, from the first paragraph on */
{
	size_t first = first_paragraph(r), last = count(r);

	while (last > first && fate(r, last - 1) != LINE_KEPT)
		last--;
	return last;
}

static void
mark_byline(struct reading *r, size_t i)
{
	struct span line = text(r, i), author, date;

	if (fate(r, i) == LINE_DATE)
		set_field(r, SPAN("date"), date_iso(r->arena, line));
	if (fate(r, i) > LINE_BESIDE ||
	    !byline_is(span_trim(span_from(line, textline_bullet(line))), &author, &date))
		return;
	set_fate(r, i, LINE_AUTHOR);
	set_field(r, SPAN("author"), author);
	if (date.n > 0)
		set_field(r, SPAN("date"), date_iso(r->arena, date));
}

/* A name alone is the author's where a date stands beside it. */
static void
mark_name(struct reading *r, size_t i)
{
	bool before = i > 0 && fate(r, i - 1) == LINE_DATE;
	bool behind = i + 1 < count(r) && fate(r, i + 1) == LINE_DATE;

	if ((fate(r, i) != LINE_KEPT && fate(r, i) != LINE_BESIDE) || (!before && !behind) ||
	    !byline_is_name(text(r, i)))
		return;
	set_fate(r, i, LINE_AUTHOR);
	set_field(r, SPAN("author"), text(r, i));
}

/* Dates and bylines stand above the text, or behind its first paragraph, or at the very end. The
 * nearest to the text counts. */
static void
mark_bylines(struct reading *r)
{
	size_t first = first_paragraph(r), last = behind_last(r);

	for (size_t i = first + 2; i + 1 < last; i++)
		if (fate(r, i) == LINE_DATE && (r->dump.marks[i].in || !r->dump.is))
			set_fate(r, i, LINE_KEPT); /* a chronicle's heading */
	for (size_t i = first + 2 < last ? first + 2 : last; i-- > 0;) {
		mark_byline(r, i);
		mark_name(r, i);
	}
	for (size_t i = last > 0 ? last - 1 : 0; i < count(r) && i > first + 1; i++)
		mark_byline(r, i);
	for (size_t i = 0; i < r->dump.cuts.n; i++)
		set_field(r, SPAN("author"), r->dump.cuts.v[i].signature);
}

/* The title of a text: the first heading of some words before the first paragraph, else the longest
 * there. */
static size_t
find_title(const struct reading *r, size_t end)
{
	size_t best = end, most = 0;

	for (size_t i = 0; i < end; i++) {
		const struct mark *m = &r->dump.marks[i];

		if (!dump_is_heading(&r->dump, i) || m->hint)
			continue;
		if (m->words >= TITLE_WORDS && !byline_has_date(text(r, i)))
			return i;
		if (m->words > most) {
			most = m->words;
			best = i;
		}
	}
	return best;
}

static bool
is_open(const struct reading *r, size_t i) /* whether it is in the article or beside it */
{
	return fate(r, i) == LINE_KEPT || fate(r, i) == LINE_BESIDE;
}

/* Could this line of a dump be a title, whatever its neighbours say of it? */
static bool
is_headline(const struct reading *r, size_t i)
{
	const struct mark *m = &r->dump.marks[i];
	struct span line = text(r, i);

	return is_open(r, i) && !m->hint && m->words >= HEADLINE_WORDS && line.n <= 4 * TITLE_MAX &&
	       utf8_length(line) <= TITLE_MAX && !span_ends(line, SPAN(".")) &&
	       !span_ends(line, SPAN(":")) && !textline_is_breadcrumb(line) &&
	       !textline_is_caption(line);
}

/* Lines of the page's furniture that may stand between a title and its text. */
static bool
is_furniture(const struct reading *r, size_t i)
{
	return fate(r, i) == LINE_DATE || fate(r, i) == LINE_AUTHOR || fate(r, i) == LINE_PATTERN ||
	       textline_is_caption(text(r, i));
}

/* The first of the headlines, standfirsts and the like that stand together above this line; one of
 * few words only if there is no other: it is what stands over a title. */
static size_t
top_of_block(const struct reading *r, size_t end)
{
	size_t top = end, over = end;

	for (size_t i = end; i > 0 && end - i < TITLE_BLOCK; i--) {
		const struct mark *m = &r->dump.marks[i - 1];

		if (!is_open(r, i - 1) || m->words < HEADLINE_WORDS)
			break;
		if (is_headline(r, i - 1))
			*(m->words >= TITLE_WORDS ? &top : &over) = i - 1;
	}
	return top < end ? top : over;
}

/* The title of a dump, above its first paragraph: at the head of the lines over the byline or the
 * date, else over the text itself, as near as there are some. end if there is none. */
static size_t
find_headline(const struct reading *r, size_t end)
{
	size_t i = end, top, far = end > TITLE_FAR ? end - TITLE_FAR : 0;

	while (i > far && fate(r, i - 1) != LINE_DATE && fate(r, i - 1) != LINE_AUTHOR)
		i--;
	while (i > far && is_furniture(r, i - 1))
		i--;
	if (i > far && (top = top_of_block(r, i)) < i)
		return top;
	for (i = end; i > far; i--)
		if ((top = top_of_block(r, i)) < i)
			return top;
	return end;
}

/* Behind the first line that is kept, if another one is. */
static size_t
first_of_several(const struct reading *r)
{
	size_t kept = 0, first = 0;

	for (size_t i = 0; i < count(r) && kept < 2; i++)
		if (fate(r, i) == LINE_KEPT && kept++ == 0)
			first = i + 1;
	return kept > 1 ? first : 0;
}

/* What stands over a dump's title goes; a standfirst right behind it stays. */
static void
mark_around_title(struct reading *r, size_t title, size_t end)
{
	for (size_t i = 0; i < title; i++)
		if (fate(r, i) == LINE_KEPT)
			set_fate(r, i, LINE_ABOVE);
	for (size_t i = title + 1; i < end && r->dump.marks[i].words >= HEADLINE_WORDS; i++)
		if (fate(r, i) == LINE_BESIDE)
			set_fate(r, i, LINE_KEPT);
}

/* What stands between the title and a byline, a date or buttons is surely a standfirst. */
static void
mark_standfirst(struct reading *r, size_t i)
{
	if (i + 1 >= count(r) || fate(r, i) != LINE_KEPT || r->dump.marks[i].words < TITLE_WORDS ||
	    !is_furniture(r, i + 1) || textline_is_caption(text(r, i)))
		return;
	r->standfirst = i;
	set_field(r, SPAN("standfirst"), text(r, i));
}

static void
mark_title(struct reading *r)
{
	size_t end = first_paragraph(r), i;

	if (end == count(r)) /* no line is closed like a sentence: the others are the text */
		end = first_of_several(r);
	i = r->dump.is ? find_headline(r, end) : end;
	if (i == end)
		i = find_title(r, end);
	if (i == end || article_field(r->article, SPAN("title")).n > 0)
		return;
	set_fate(r, i, LINE_TITLE);
	set_field(r, SPAN("title"), text(r, i));
	if (r->dump.is)
		mark_around_title(r, i, end);
	mark_standfirst(r, i + 1);
}

/* Does a line stand in a row of headings? As far as LIST_ROW. */
static bool
is_list(const struct reading *r, size_t i)
{
	size_t row = 1;

	for (size_t k = i; k-- > 0 && row < LIST_ROW && dump_is_heading(&r->dump, k);)
		row++;
	for (size_t k = i + 1; k < count(r) && row < LIST_ROW && dump_is_heading(&r->dump, k); k++)
		row++;
	return row >= LIST_ROW;
}

static struct span
type_of(const struct reading *r, size_t i, struct span *line)
{
	size_t bullet = textline_bullet(*line);

	if (bullet > 0) {
		*line = span_from(*line, bullet);
		return SPAN("item");
	}
	if (span_starts(*line, SPAN("> "))) {
		*line = span_from(*line, 2);
		return SPAN("quote");
	}
	if (textline_is_caption(*line))
		return SPAN("caption");
	if (textline_is_quoted(*line))
		return SPAN("quote");
	if (!r->dump.marks[i].heading)
		return SPAN("paragraph");
	if (is_list(r, i))
		return SPAN("item");
	return u_islower(utf8_first(*line)) ? SPAN("paragraph") : SPAN("heading");
}

static void
add_blocks(struct reading *r)
{
	size_t last = behind_last(r);
	bool note = first_paragraph(r) == count(r);

	r->types = ARENA_NEW(r->arena, struct span, r->article->explain ? count(r) : 0);
	for (size_t i = 0; i < count(r); i++) {
		struct span line = text(r, i), type = SPAN("paragraph");

		if (fate(r, i) != LINE_KEPT)
			continue;
		if (!note && i != r->standfirst && (i + 1 < last || !r->dump.marks[i].heading))
			type = type_of(r, i, &line);
		article_add(r->arena, r->article, type, line);
		if (r->article->explain)
			r->types[i] = type;
	}
}

static struct span
rule_of(struct reading *r, const struct mark *m)
{
	static const struct span rules[] = {
		[LINE_KEPT] = SPAN("kept"),         [LINE_DATE] = SPAN("date line"),
		[LINE_BESIDE] = SPAN("neighbours"), [LINE_BEHIND] = SPAN("behind the end"),
		[LINE_ABOVE] = SPAN("above title"), [LINE_AUTHOR] = SPAN("byline"),
		[LINE_TITLE] = SPAN("kept"),
	};
	struct buf rule = { .arena = r->arena };

	if (m->fate == LINE_PATTERN)
		buf_printf(&rule, "pattern %d", m->row);
	else if (m->fate == LINE_BOX)
		buf_printf(&rule, "box at line %zu", r->dump.lines.v[m->box].number);
	else
		return rules[m->fate];
	return buf_span(&rule);
}

static struct span
class_of(const struct reading *r, size_t i)
{
	static const struct span classes[] = {
		[LINE_DATE] = SPAN("date"),     [LINE_BESIDE] = SPAN("beside"),
		[LINE_BEHIND] = SPAN("end"),    [LINE_ABOVE] = SPAN("beside"),
		[LINE_AUTHOR] = SPAN("author"), [LINE_TITLE] = SPAN("title"),
	};
	const struct mark *m = &r->dump.marks[i];

	if (m->fate == LINE_BOX)
		m = &r->dump.marks[m->box];
	if (m->fate == LINE_KEPT)
		return r->types[i];
	return m->fate == LINE_PATTERN ? boilerplate_row(r->boilerplate, m->row)->class
				       : classes[m->fate];
}

static void
explain_line(struct reading *r, size_t i, const struct cut *cut)
{
	struct verdict v = { r->dump.lines.v[i].number, SPAN("nav"), SPAN("glued"), cut->glued };

	if (cut->glued.n > 0)
		article_explain(r->arena, r->article, v);
	v.class = class_of(r, i);
	v.rule = rule_of(r, &r->dump.marks[i]);
	v.text = text(r, i);
	article_explain(r->arena, r->article, v);
	if (!r->dump.marks[i].ends)
		return;
	v.class = SPAN("end");
	v.rule = SPAN("rights");
	v.text = cut->signature;
	article_explain(r->arena, r->article, v);
}

static void
explain(struct reading *r)
{
	static const struct cut none;
	size_t cut = 0;

	for (size_t i = 0; r->article->explain && i < count(r); i++) {
		bool has = cut < r->dump.cuts.n && r->dump.cuts.v[cut].line == i;

		explain_line(r, i, has ? &r->dump.cuts.v[cut] : &none);
		cut += has;
	}
}

int
plaintext_read(struct arena *arena, struct boilerplate *boilerplate, struct span input,
	       struct article *article)
{
	struct reading r = { .arena = arena, .boilerplate = boilerplate, .article = article };

	lines_read(arena, input, &r.dump.lines);
	dump_mark(arena, boilerplate, &r.dump);
	mark_bylines(&r);
	mark_title(&r);
	add_blocks(&r);
	explain(&r);
	return 0;
}
