#include "dump.h"

#include <string.h>
#include <unicode/uchar.h>

#include "byline.h"
#include "justext.h"
#include "map.h"
#include "textline.h"
#include "utf8.h"

enum {
	SHORT_LINE = 70,      /* characters: jusText's */
	LONG_PARAGRAPH = 120, /* characters; teasers and most comments are shorter */
	TITLE_WORDS = 5,      /* a menu's entries have fewer */
	HEADLINE_WORDS = 4,   /* where a date stands below it */
	DATED_LEAD = 3,       /* lines from a title to its date */
	GLUED_MAX = 80,       /* bytes */
	TWICE_MIN = 16,       /* bytes */
	SAMPLE = 240,         /* bytes that tell whether a line has function words */
	TEASERS = 4,          /* paragraphs, each by itself */
	DUMP_MIN = 3,         /* known lines */
	DUMP_SHARE = 10,      /* and at least one line in so many */
};

/* What a line gains in the article; beside it the same is lost. Set by hand on dumps. */
enum {
	GAIN_PARAGRAPH = 8, /* and up to twice that when it is long */
	GAIN_TEXT = 5,      /* long, but not closed */
	GAIN_SENTENCE = 2,  /* a teaser as likely as not */
	GAIN_SHORT_SENTENCE = 1,
	GAIN_TITLE = 1,
	GAIN_NOTHING = 0, /* a row of a list or a table, a pattern that is found inside articles */
	GAIN_HEADING = -3,
	GAIN_ENTRY = -3,
	GAIN_WORDS = -4, /* long, and no text */
	GAIN_TWICE = -4, /* the same line stands elsewhere */
	GAIN_HINT = -5,
	GAIN_PATTERN = -8,
};

/* Where a line stands: before the article, in it, in a hole of it, behind it. */
enum place { BEFORE, IN, HOLE, AFTER, NPLACES };

enum {
	NEVER = 1 << 28,
	COST_DATED = -12, /* into the article at a title with a date below */
	COST_BOX = 3,     /* into a hole at a line that opens a box, at another pattern's */
	COST_PATTERN = 6,
};

static const int costs[NPLACES][NPLACES] = {
	[BEFORE] = { 0, 2, NEVER, NEVER },
	[IN] = { NEVER, 0, 40, 2 },
	[HOLE] = { NEVER, 10, 0, NEVER },
	[AFTER] = { NEVER, NEVER, NEVER, 0 },
};

struct reading {
	struct arena *arena;
	struct boilerplate *boilerplate;
	struct dump *dump;
};

static double
stopwords(struct span line)
{
	return justext_stopwords((struct span){ line.s, line.n < SAMPLE ? line.n : SAMPLE });
}

/* "Torna in altoMeta ha accettato": a menu's line glued to the text by a lost line break. */
static struct span
cut_glued(struct reading *r, struct span line)
{
	for (size_t i = 1; i + 1 < line.n && i < GLUED_MAX; i++) {
		bool border = line.s[i - 1] >= 'a' && line.s[i - 1] <= 'z' && line.s[i] >= 'A' &&
			      line.s[i] <= 'Z';
		struct span head = { line.s, i };

		if (border && boilerplate_match(r->boilerplate, r->arena, head))
			return head;
	}
	return SPAN("");
}

static void
cut_line(struct reading *r, size_t i)
{
	struct line *line = &r->dump->lines.v[i];
	struct cut cut = { .line = i, .glued = cut_glued(r, line->text) };
	struct span text = span_from(line->text, cut.glued.n), rest = textline_cut_rights(text);

	if (rest.n < text.n && rest.n > 0) {
		text = span_trim(byline_cut(rest, &cut.signature));
		r->dump->marks[i].ends = true;
	}
	if (text.n == line->text.n)
		return;
	line->text = text;
	*PUSH(r->arena, &r->dump->cuts) = cut;
}

static int8_t
gain_of_closed(struct mark *m, struct span line, size_t chars)
{
	if (chars < SHORT_LINE)
		return GAIN_SHORT_SENTENCE;
	m->prose = chars >= LONG_PARAGRAPH && stopwords(line) >= .25;
	if (!m->prose)
		return GAIN_SENTENCE;
	if (textline_is_to_reader(line))
		return GAIN_NOTHING;
	return chars < 2 * LONG_PARAGRAPH   ? GAIN_PARAGRAPH
	       : chars < 3 * LONG_PARAGRAPH ? GAIN_PARAGRAPH * 3 / 2
					    : GAIN_PARAGRAPH * 2;
}

static int8_t
gain_of_open(struct mark *m, struct span line, size_t chars)
{
	m->hint = textline_is_menu(line);
	if (m->hint)
		return GAIN_HINT;
	if (chars < SHORT_LINE && (utf8_has_digit(line) || u_islower(utf8_first(line))))
		return GAIN_NOTHING;
	if (chars < SHORT_LINE)
		return m->words < TITLE_WORDS ? GAIN_ENTRY : GAIN_HEADING;
	if (stopwords(line) < .2)
		return GAIN_WORDS;
	return chars < LONG_PARAGRAPH ? GAIN_NOTHING : GAIN_TEXT;
}

static int8_t
gain_of_hit(const struct boilerplate_hit *hit)
{
	static const struct span inside[] = { SPAN("related"), SPAN("ads"),  SPAN("newsletter"),
					      SPAN("share"),   SPAN("meta"), SPAN("app"),
					      SPAN("paywall") };

	if (hit->hint)
		return GAIN_HINT;
	return !hit->opens && SPAN_AMONG(hit->class, inside) ? GAIN_NOTHING : GAIN_PATTERN;
}

static bool
find_pattern(struct reading *r, struct mark *m, struct span line)
{
	struct boilerplate_hit hit;

	if (textline_is_caption(line) || !boilerplate_find(r->boilerplate, r->arena, line, &hit))
		return false;
	m->row = (uint16_t)hit.row;
	m->hint = hit.hint;
	m->fate = hit.hint ? LINE_KEPT : LINE_PATTERN;
	m->gain = gain_of_hit(&hit);
	return true;
}

static void
mark_line(struct reading *r, size_t i)
{
	struct mark *m = &r->dump->marks[i];
	struct span line;
	size_t chars;

	cut_line(r, i);
	line = r->dump->lines.v[i].text;
	chars = utf8_length(line);
	m->words = (uint16_t)textline_words(line);
	m->heading = textline_is_heading(line);
	if (byline_is_date(line))
		m->fate = LINE_DATE;
	else if (!find_pattern(r, m, line))
		m->gain =
		    m->heading ? gain_of_open(m, line, chars) : gain_of_closed(m, line, chars);
	r->dump->hits += m->fate == LINE_PATTERN || m->ends;
	r->dump->hints += m->hint;
	r->dump->entries += m->gain == GAIN_ENTRY;
}

/* Menus, teasers and comments stand only where enough lines are known or have few words. */
static bool
is_dump(const struct dump *d)
{
	size_t known = d->hits + d->hints + d->entries;

	return (d->hits > 0 || d->cuts.n > 0 || d->hints > DUMP_MIN) && known >= DUMP_MIN &&
	       known >= d->lines.n / DUMP_SHARE;
}

static bool
opens(const struct reading *r, const struct mark *m)
{
	return m->fate == LINE_PATTERN && boilerplate_row(r->boilerplate, m->row)->opens;
}

/* A line of some words right above a paragraph is its heading, but for links in a box. */
static void
mark_headings(struct reading *r)
{
	struct dump *d = r->dump;
	bool above = false, box = false;

	for (size_t i = d->lines.n; i-- > 0;) {
		struct mark *m = &d->marks[i];

		if (above && m->gain == GAIN_HEADING && m->words >= TITLE_WORDS)
			m->gain = GAIN_TITLE;
		if (m->fate == LINE_KEPT)
			above = m->prose;
	}
	for (size_t i = 0; i < d->lines.n; i++) {
		struct mark *m = &d->marks[i];

		box = opens(r, m) || (box && m->fate == LINE_KEPT && m->heading);
		if (box && m->gain == GAIN_TITLE)
			m->gain = GAIN_HEADING;
	}
}

static void
mark_dated(struct dump *d)
{
	size_t distance = DATED_LEAD + 1;
	struct span author, date;

	for (size_t i = d->lines.n; i-- > 0; distance++) {
		struct mark *m = &d->marks[i];

		m->dated = distance <= DATED_LEAD && m->fate == LINE_KEPT && m->heading &&
			   m->words >= HEADLINE_WORDS;
		if (m->fate == LINE_DATE || byline_is(d->lines.v[i].text, &author, &date))
			distance = 0;
	}
}

/* What stands twice is a link: a teaser, a name. */
static void
mark_twice(struct arena *arena, struct dump *d)
{
	struct map seen = { .arena = arena };

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < d->lines.n; i++) {
			struct mark *m = &d->marks[i];
			uint32_t *count;

			if (m->fate != LINE_KEPT || m->prose || d->lines.v[i].text.n < TWICE_MIN)
				continue;
			count = map_at(&seen, d->lines.v[i].text);
			*count += pass == 0;
			if (*count > 1 && m->gain > GAIN_TWICE)
				m->gain = GAIN_TWICE;
		}
}

static int
cost_of(const struct reading *r, const struct mark *m, int from, int to)
{
	if (from == BEFORE && to == IN && m->dated)
		return COST_DATED;
	if (from == IN && to == HOLE && m->fate == LINE_PATTERN)
		return opens(r, m) ? COST_BOX : COST_PATTERN;
	return costs[from][to];
}

/* The best way to each place at this line; of two that are as good the one that comes in later. */
static void
step(const struct reading *r, struct mark *m, int best[NPLACES])
{
	int next[NPLACES];

	for (int to = 0; to < NPLACES; to++) {
		int came = to;

		next[to] = best[to] - costs[to][to];
		for (int from = 0; from < NPLACES; from++) {
			int way = best[from] - cost_of(r, m, from, to);

			if (way > next[to] || (way == next[to] && to == IN && from != IN)) {
				next[to] = way;
				came = from;
			}
		}
		m->came |= (uint8_t)(came << 2 * to);
		next[to] += to == IN ? m->gain : -m->gain;
	}
	for (int i = 0; i < NPLACES; i++) /* no text is long enough to gain what is shut */
		best[i] = next[i] < -NEVER ? -NEVER : next[i];
}

/* Which lines stand beside the article (Viterbi 1967). */
static void
mark_beside(struct reading *r)
{
	struct mark *marks = r->dump->marks;
	int best[NPLACES] = { 0, 0, -NEVER, -NEVER }, place;

	for (size_t i = 0; i < r->dump->lines.n; i++)
		step(r, &marks[i], best);
	place = best[AFTER] > best[IN] ? AFTER : IN;
	for (size_t i = r->dump->lines.n; i-- > 0; place = marks[i].came >> 2 * place & 3) {
		marks[i].in = place == IN;
		if (place != IN && marks[i].fate == LINE_KEPT)
			marks[i].fate = LINE_BESIDE;
	}
}

/* Nothing is left: then what no pattern knows is the text. */
static void
take_back(struct dump *d)
{
	for (size_t i = 0; i < d->lines.n; i++)
		if (d->marks[i].fate == LINE_KEPT)
			return;
	for (size_t i = 0; i < d->lines.n; i++)
		if (d->marks[i].fate == LINE_BESIDE)
			d->marks[i].fate = LINE_KEPT;
}

/* How much text stands somewhere, in how many paragraphs, and how many of them right behind another
 * one: teasers stand each by itself. */
struct mass {
	size_t bytes, paragraphs, pairs;
};

static bool
is_prose(const struct dump *d, size_t i)
{
	return d->marks[i].fate == LINE_KEPT && d->marks[i].prose;
}

/* above: whether the line above it is prose, but for what patterns know. */
static struct mass
mass_of(const struct dump *d, size_t i, bool *above)
{
	struct mass mass = { 0 };

	if (is_prose(d, i))
		mass = (struct mass){ d->lines.v[i].text.n, 1, *above };
	if (d->marks[i].fate != LINE_PATTERN)
		*above = is_prose(d, i);
	return mass;
}

static void
add_mass(struct mass *to, struct mass mass, int sign)
{
	to->bytes += (size_t)sign * mass.bytes;
	to->paragraphs += (size_t)sign * mass.paragraphs;
	to->pairs += (size_t)sign * mass.pairs;
}

/* Does the article end at this line, with that much text before it and behind it? A text that is no
 * dump loses nothing for a heading that sounds like a box. */
static bool
is_end(const struct reading *r, size_t i, struct mass before, struct mass behind)
{
	const struct mark *m = &r->dump->marks[i];
	struct span class = SPAN("");

	if (m->fate == LINE_PATTERN)
		class = boilerplate_row(r->boilerplate, m->row)->class;
	if (m->ends || span_eq(class, SPAN("end")))
		return behind.bytes < before.bytes && (r->dump->is || behind.bytes == 0);
	if (!opens(r, m) || before.bytes == 0)
		return false;
	if (behind.bytes == 0 || !r->dump->is)
		return behind.bytes == 0;
	return 2 * behind.bytes <= before.bytes || span_eq(class, SPAN("comments")) ||
	       (behind.paragraphs >= TEASERS && behind.pairs == 0);
}

static size_t
find_end(const struct reading *r)
{
	struct mass behind = { 0 }, before = { 0 };
	size_t n = r->dump->lines.n;
	bool above = false;

	for (size_t i = 0; i < n; i++)
		add_mass(&behind, mass_of(r->dump, i, &above), 1);
	above = false;
	for (size_t i = 0; i < n; i++) {
		struct mass here = mass_of(r->dump, i, &above);

		add_mass(&before, here, 1);
		add_mass(&behind, here, -1);
		if (is_end(r, i, before, behind))
			return i;
	}
	return n;
}

static void
mark_behind(struct reading *r)
{
	struct mark *marks = r->dump->marks;
	size_t end = find_end(r);

	for (size_t i = end + 1; i < r->dump->lines.n; i++)
		if (marks[i].fate != LINE_PATTERN) {
			marks[i].fate = marks[end].ends ? LINE_BEHIND : LINE_BOX;
			marks[i].box = (uint32_t)end;
		}
}

bool
dump_is_heading(const struct dump *d, size_t i)
{
	return d->marks[i].fate == LINE_KEPT && d->marks[i].heading;
}

/* Headings that end a dump are links to others; a text's own last line stays. */
static void
mark_tail(struct dump *d)
{
	size_t i = d->lines.n;

	while (i > 0 && (d->marks[i - 1].fate != LINE_KEPT || d->marks[i - 1].heading))
		i--;
	if (d->hits + d->cuts.n == 0 || i == 0)
		return;
	for (; i < d->lines.n; i++)
		if (dump_is_heading(d, i))
			d->marks[i].fate = LINE_BESIDE;
}

void
dump_mark(struct arena *arena, struct boilerplate *boilerplate, struct dump *d)
{
	struct reading r = { .arena = arena, .boilerplate = boilerplate, .dump = d };

	d->marks = ARENA_NEW(arena, struct mark, d->lines.n);
	for (size_t i = 0; i < d->lines.n; i++)
		mark_line(&r, i);
	d->is = is_dump(d);
	mark_headings(&r);
	if (d->is) {
		mark_dated(d);
		mark_twice(arena, d);
		mark_beside(&r);
		take_back(d);
	}
	mark_behind(&r);
	mark_tail(d);
}
