#include "markdown.h"

#include <string.h>
#include <strings.h>

#include "buf.h"

enum {
	SNIFFED = 64 << 10,     /* bytes */
	FRONT_MATTER_MAX = 200, /* lines */
	HEADING_MAX = 200,      /* bytes of one that is underlined */
	DEFINITION_LABEL = 200, /* bytes */
	NUMBER_MAX = 9,         /* digits of an item's number */
};

struct reader {
	struct arena *arena;
	struct article *article;
	struct span rest, line; /* what comes; this line without its quotation marks */
	struct buf paragraph;   /* so far */
	struct span type;       /* of the paragraph */
	struct span until;      /* the end of what is passed over: code, scripts, comments */
	size_t number, first;   /* of this line, and of the paragraph's first one */
	bool quote, table;
};

static bool
next_line(struct reader *r)
{
	if (!span_cut(&r->rest, '\n', &r->line))
		return false;
	if (r->line.n > 0 && r->line.s[r->line.n - 1] == '\r')
		r->line.n--;
	r->number++;
	return true;
}

static void
explain(struct reader *r, struct span class, struct span rule, size_t line, struct span text)
{
	article_explain(r->arena, r->article, (struct verdict){ line, class, rule, text });
}

static void
drop_line(struct reader *r, struct span class, struct span rule)
{
	explain(r, class, rule, r->number, r->line);
}

/* The paragraph so far becomes a block; the first heading the title. */
static void
flush(struct reader *r)
{
	struct span text, type = r->type.n > 0 ? r->type : SPAN("paragraph");

	if (r->quote && span_eq(type, SPAN("paragraph")))
		type = SPAN("quote");
	text = text_squeeze(r->arena, markdown_inline(r->arena, buf_span(&r->paragraph)));
	r->paragraph = (struct buf){ .arena = r->arena };
	r->type = SPAN("");
	if (text.n == 0)
		return;
	if (span_eq(type, SPAN("heading")) && r->article->blocks.n == 0 &&
	    article_field(r->article, SPAN("title")).n == 0) {
		article_set(r->arena, r->article, SPAN("title"), text);
		type = SPAN("title");
	} else {
		article_add(r->arena, r->article, type, text);
	}
	explain(r, type, SPAN("kept"), r->first, text);
}

static void
append(struct reader *r, struct span text)
{
	if (r->paragraph.n == 0)
		r->first = r->number;
	else
		buf_putc(&r->paragraph, '\n');
	buf_put(&r->paragraph, text);
}

/* A block of one line. */
static void
add_line(struct reader *r, struct span type, struct span text)
{
	flush(r);
	r->type = type;
	append(r, text);
	flush(r);
}

/* --- front matter --- */

static struct span
key_of(struct span name)
{
	static const struct {
		struct span name, key;
	} known[] = {
		{ SPAN("title"), SPAN("title") },
		{ SPAN("date"), SPAN("date") },
		{ SPAN("author"), SPAN("author") },
		{ SPAN("authors"), SPAN("author") },
		{ SPAN("lang"), SPAN("lang") },
		{ SPAN("url"), SPAN("url") },
		{ SPAN("link"), SPAN("url") },
		{ SPAN("permalink"), SPAN("url") },
		{ SPAN("standfirst"), SPAN("standfirst") },
		{ SPAN("description"), SPAN("standfirst") },
		{ SPAN("summary"), SPAN("standfirst") },
		{ SPAN("subtitle"), SPAN("standfirst") },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].name.n == name.n && strncasecmp(known[i].name.s, name.s, name.n) == 0)
			return known[i].key;
	return SPAN("");
}

static struct span
without_quotes(struct span value)
{
	if (value.n >= 2 && (value.s[0] == '"' || value.s[0] == '\'') &&
	    value.s[value.n - 1] == value.s[0])
		return (struct span){ value.s + 1, value.n - 2 };
	return value;
}

/* "key: value", of a key that is known; its value may be empty or more than we read. */
static bool
cut_field(struct span line, struct span *key, struct span *value)
{
	struct span name;

	*value = line;
	if (!span_has(line, ':') || !span_cut(value, ':', &name))
		return false;
	*key = key_of(span_trim(name));
	*value = without_quotes(span_trim(*value));
	return key->n > 0;
}

static bool
is_rule(struct span line, char sign, size_t least) /* of that sign and blanks alone? */
{
	size_t n = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (line.s[i] != sign && line.s[i] != ' ' && line.s[i] != '\t')
			return false;
		n += line.s[i] == sign;
	}
	return n >= least;
}

static bool
is_fence(struct span line)
{
	return span_eq(span_trim(line), SPAN("---"));
}

/* Behind the lines between two of ---, if one of them is a field that is known; else NULL bytes. */
static struct span
behind_front_matter(struct span text)
{
	struct span rest = text, line, key, value;
	bool known = false;

	if (!span_cut(&rest, '\n', &line) || !is_fence(line))
		return (struct span){ 0 };
	for (int i = 0; i < FRONT_MATTER_MAX && span_cut(&rest, '\n', &line); i++) {
		if (is_fence(line) || span_eq(span_trim(line), SPAN("...")))
			return known && rest.s != NULL ? rest : (struct span){ 0 };
		known = known || cut_field(line, &key, &value);
	}
	return (struct span){ 0 };
}

static void
read_front_matter(struct reader *r)
{
	struct span behind = behind_front_matter(r->rest), key, value;

	while (behind.s != NULL && r->rest.s < behind.s && next_line(r)) {
		if (cut_field(r->line, &key, &value) && value.n > 0 &&
		    strchr("[{|>", value.s[0]) == NULL)
			article_set(r->arena, r->article, key, text_squeeze(r->arena, value));
		drop_line(r, SPAN("meta"), SPAN("front matter"));
	}
}

/* --- lines --- */

static size_t
indent(struct span line)
{
	size_t n = 0;

	while (n < line.n && (line.s[n] == ' ' || line.s[n] == '\t'))
		n++;
	return n;
}

/* "## Titolo ##" */
static bool
cut_heading(struct span line, struct span *text)
{
	size_t n = 0;

	line = span_from(line, indent(line));
	while (n < line.n && line.s[n] == '#')
		n++;
	if (n == 0 || n > 6 || (n < line.n && line.s[n] != ' ' && line.s[n] != '\t'))
		return false;
	*text = span_trim(span_from(line, n));
	n = text->n;
	while (n > 0 && text->s[n - 1] == '#')
		n--;
	if (n == 0 || text->s[n - 1] == ' ')
		text->n = n;
	return true;
}

/* "- voce", "3. voce" */
static bool
cut_item(struct span line, struct span *text)
{
	size_t n = 0;

	line = span_from(line, indent(line));
	while (n < line.n && n <= NUMBER_MAX && line.s[n] >= '0' && line.s[n] <= '9')
		n++;
	if (n >= line.n || n > NUMBER_MAX ||
	    memchr(n == 0 ? "-+*" : ".)", line.s[n], n == 0 ? 3 : 2) == NULL)
		return false;
	if (++n < line.n && line.s[n] != ' ' && line.s[n] != '\t')
		return false;
	*text = span_trim(span_from(line, n));
	if (span_starts(*text, SPAN("[ ] ")) || span_starts(*text, SPAN("[x] ")))
		*text = span_from(*text, 4); /* a task */
	return true;
}

/* "[nome]: http://x.it", which no reader sees */
static bool
is_definition(struct span line)
{
	const char *end;

	line = span_trim(line);
	if (line.n < 4 || line.s[0] != '[' || line.s[1] == '^')
		return false;
	end = memchr(line.s, ']', line.n < DEFINITION_LABEL ? line.n : DEFINITION_LABEL);
	return end != NULL && end + 1 < line.s + line.n && end[1] == ':';
}

/* The line below a table's head: "|---|:-:|" */
static bool
is_delimiter_row(struct span line)
{
	bool dash = false, bar = false;

	for (size_t i = 0; i < line.n; i++) {
		if (line.s[i] == '\0' || strchr("|-: \t", line.s[i]) == NULL)
			return false;
		dash = dash || line.s[i] == '-';
		bar = bar || line.s[i] == '|';
	}
	return dash && bar;
}

/* The cells of a row, parted by blanks. */
static struct span
row_text(struct reader *r, struct span line)
{
	struct buf out = { .arena = r->arena };

	for (size_t i = 0; i < line.n; i++) {
		bool bar = line.s[i] == '|' && (i == 0 || line.s[i - 1] != '\\');

		buf_putc(&out, bar ? ' ' : line.s[i]);
	}
	return buf_span(&out);
}

static struct span
peek_line(const struct reader *r)
{
	struct span rest = r->rest, line = SPAN("");

	span_cut(&rest, '\n', &line);
	return line;
}

/* What is passed over from this line on: fenced code, comments, scripts. */
static struct span
opens_until(struct span line)
{
	static const struct {
		struct span open, close;
	} pairs[] = {
		{ SPAN("```"), SPAN("```") },         { SPAN("~~~"), SPAN("~~~") },
		{ SPAN("<!--"), SPAN("-->") },        { SPAN("<script"), SPAN("</script>") },
		{ SPAN("<style"), SPAN("</style>") }, { SPAN("<?"), SPAN("?>") },
	};

	line = span_from(line, indent(line));
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (line.n >= pairs[i].open.n &&
		    strncasecmp(line.s, pairs[i].open.s, pairs[i].open.n) == 0)
			return pairs[i].close;
	return SPAN("");
}

/* "```c" opens a block of code, "```a```" is a code span. */
static bool
is_span(struct span line)
{
	size_t n = indent(line);

	while (n < line.n && line.s[n] == '`')
		n++;
	return memchr(line.s + n, '`', line.n - n) != NULL;
}

static bool
is_closed_by(struct span line, struct span until)
{
	if (until.s[0] == '`' || until.s[0] == '~')
		return span_starts(span_trim(line), until);
	return memmem(line.s, line.n, until.s, until.n) != NULL;
}

/* Code, a comment or a script begins, goes on or ends at this line. */
static bool
passes_over(struct reader *r)
{
	struct span until = r->until;

	if (until.n > 0) {
		if (is_closed_by(r->line, until))
			r->until = SPAN("");
	} else {
		until = opens_until(r->line);
		if (until.n == 0 || (until.s[0] == '`' && is_span(r->line)))
			return false;
		flush(r);
		if (until.s[0] == '`' || until.s[0] == '~' || !is_closed_by(r->line, until))
			r->until = until;
	}
	drop_line(r, SPAN("code"), until);
	return true;
}

/* Without the > of a quotation, however deep; a paragraph ends where one begins. */
static void
cut_quote(struct reader *r)
{
	struct span line = r->line;
	bool quote = false;

	for (size_t n; (n = indent(line)) < line.n && line.s[n] == '>'; quote = true)
		line = span_from(line, n + 1);
	if (quote && !r->quote)
		flush(r);
	if (quote || span_trim(line).n == 0) {
		if (!quote && r->quote)
			flush(r);
		r->quote = quote;
	} else if (r->quote && r->paragraph.n == 0) {
		r->quote = false; /* else it is the quotation's paragraph that goes on */
	}
	r->line = line;
}

/* Does the line make a heading of the paragraph so far? One of a few words; behind a long one it
 * was meant to part it from the next. */
static bool
is_underline(struct span line, struct span paragraph)
{
	line = span_trim(line);
	return paragraph.n > 0 && paragraph.n <= HEADING_MAX && line.n > 0 &&
	       !span_has(line, ' ') && (is_rule(line, '=', 1) || is_rule(line, '-', 2));
}

static bool
takes_table(struct reader *r)
{
	struct span next = peek_line(r);

	if (!span_has(r->line, '|'))
		return r->table = false;
	if (!r->table && is_delimiter_row(next) && !is_delimiter_row(r->line))
		r->table = true;
	if (!r->table)
		return false;
	if (!is_delimiter_row(r->line))
		add_line(r, SPAN("item"), row_text(r, r->line));
	return true;
}

static bool
is_thematic_break(struct span line)
{
	return is_rule(line, '*', 3) || is_rule(line, '-', 3) || is_rule(line, '_', 3);
}

static void
take_line(struct reader *r)
{
	struct span text = span_trim(r->line);

	if (text.n == 0) {
		flush(r);
		r->table = false;
	} else if (cut_heading(r->line, &text)) {
		add_line(r, SPAN("heading"), text);
	} else if (r->type.n == 0 && is_underline(r->line, buf_span(&r->paragraph))) {
		r->type = SPAN("heading");
		flush(r);
	} else if (is_thematic_break(r->line)) {
		flush(r);
	} else if (r->paragraph.n == 0 && is_definition(r->line)) {
		drop_line(r, SPAN("meta"), SPAN("link definition"));
	} else if (takes_table(r)) {
		return;
	} else if (cut_item(r->line, &text)) {
		flush(r);
		r->type = SPAN("item");
		append(r, text);
	} else {
		append(r, text);
	}
}

int
markdown_read(struct arena *arena, struct span text, struct article *article)
{
	struct reader r = { .arena = arena, .article = article, .rest = text };

	r.paragraph.arena = arena;
	read_front_matter(&r);
	while (next_line(&r)) {
		cut_quote(&r);
		if (!passes_over(&r))
			take_line(&r);
	}
	flush(&r);
	return 0;
}

/* --- is it Markdown? --- */

static bool
has(struct span line, const char *part)
{
	return memmem(line.s, line.n, part, strlen(part)) != NULL;
}

/* "](" with a target, or two ** or __ */
static bool
has_markup(struct span line)
{
	const char *bold = memmem(line.s, line.n, "**", 2);

	if (has(line, "](http") || has(line, "](/") || has(line, "](#") || has(line, "](."))
		return true;
	return bold != NULL &&
	       memmem(bold + 2, line.n - (size_t)(bold + 2 - line.s), "**", 2) != NULL;
}

bool
markdown_sniff(struct span text)
{
	struct span line, heading, above = SPAN("");
	size_t headings = 0, markup = 0;

	if (behind_front_matter(text).s != NULL)
		return true;
	text = span_trim(text);
	if (span_starts(text, SPAN("# "))) /* as most begin */
		headings++;
	text.n = text.n < SNIFFED ? text.n : SNIFFED;
	while (span_cut(&text, '\n', &line)) {
		headings += indent(line) == 0 && cut_heading(line, &heading) && heading.n > 0;
		headings += above.n > 0 && is_rule(line, '=', 3);
		markup += has_markup(line) || span_starts(line, SPAN("```"));
		above = span_trim(line);
	}
	return headings > 1 || (headings > 0 && markup > 0) || markup > 2;
}
