#include "conllu.h"

#include "buf.h"
#include "status.h"
#include "utf8.h"

enum { ROWS = 32 };

#define IN(line, prefix) span_starts(line, SPAN(prefix))

static bool
is_newdoc(struct span line)
{
	return IN(line, "# newdoc") && (line.n == 8 || line.s[8] == ' ');
}

/* How far the IDs of a sentence have come. */
struct ids {
	long words;
	long range; /* the last word of the last range: it must still come */
};

/* ID: "3", "3-4" or "3.1", and in sequence. */
static int
parse_id(struct row *row, struct ids *ids)
{
	struct span id = row->col[C_ID], first;
	long a = span_number(id), b = a;

	row->kind = a >= 0 ? ROW_WORD : span_has(id, '-') ? ROW_RANGE : ROW_EMPTY;
	if (row->kind != ROW_WORD) {
		span_cut(&id, row->kind == ROW_RANGE ? '-' : '.', &first);
		a = span_number(first);
		b = span_number(id);
	}
	row->last = b;
	if (row->kind == ROW_EMPTY)
		return a == ids->words && b > 0 ? 0 : ERR_ID;
	if (a != ids->words + 1 || (row->kind == ROW_RANGE && (b <= a || a <= ids->range)))
		return ERR_ID;
	if (row->kind == ROW_RANGE)
		ids->range = b;
	else
		ids->words++;
	return 0;
}

static int
parse_row(struct span line, struct row *row, struct ids *ids)
{
	const char *p = line.s, *end = line.s + line.n;

	for (int i = 0; i < C_MISC; i++) { /* they are short: no memchr for each */
		const char *start = p;

		while (p < end && *p != '\t')
			p++;
		row->col[i] = (struct span){ start, (size_t)(p - start) };
		if (p == start || p == end)
			return ERR_COLUMNS;
		p++;
	}
	row->col[C_MISC] = (struct span){ p, (size_t)(end - p) };
	if (p == end || span_has(row->col[C_MISC], '\t'))
		return ERR_COLUMNS;
	return parse_id(row, ids);
}

/* A line before the blank one: a comment or a row. */
static int
add_line(struct arena *arena, struct sentence *s, struct span line, struct ids *ids)
{
	line = arena_copy(arena, line);
	if (line.s[0] == '#') {
		if (s->rows.n > 0)
			return ERR_COMMENT;
		*PUSH(arena, &s->comments) = line;
		return 0;
	}
	if (s->rows.cap == 0) { /* for most sentences all there is: rows are large */
		s->rows.v = ARENA_NEW(arena, struct row, ROWS);
		s->rows.cap = ROWS;
	}
	return parse_row(line, PUSH(arena, &s->rows), ids);
}

static int
next_line(struct conllu *reader, struct span *line)
{
	if (reader->held.s == NULL)
		return input_line(reader->in, line);
	*line = reader->held;
	reader->held.s = NULL;
	return 1;
}

/* 1: a sentence and its blank line; 0: the end, or the next document ahead (held). */
static int
read_sentence(struct conllu *reader, struct arena *arena, struct sentence *s, bool first)
{
	struct span line;
	struct ids ids = { 0 };
	int rc = next_line(reader, &line);

	if (rc == 1 && !first && is_newdoc(line)) {
		reader->held = line;
		return 0;
	}
	while (rc == 1) {
		if (line.n == 0)
			return ids.words == 0 ? ERR_BLANK : ids.words < ids.range ? ERR_ID : 1;
		if ((rc = add_line(arena, s, line, &ids)) < 0)
			return rc;
		if ((rc = input_line(reader->in, &line)) == 0)
			return ERR_BLANK;
	}
	return rc;
}

int
conllu_read(struct conllu *reader, struct arena *arena, struct document *doc)
{
	struct sentence s;
	int rc = reader->rc;

	*doc = (struct document){ 0 };
	while (rc == 0) {
		s = (struct sentence){ 0 };
		rc = read_sentence(reader, arena, &s, doc->sentences.n == 0);
		if (rc <= 0)
			break;
		*PUSH(arena, &doc->sentences) = s;
		rc = 0;
	}
	reader->rc = rc;
	return doc->sentences.n > 0 ? 1 : rc;
}

int
conllu_parse(struct arena *arena, struct span text, struct document *doc)
{
	struct sentence s = { 0 };
	struct ids ids = { 0 };
	struct span line;
	int rc;

	*doc = (struct document){ 0 };
	if (!utf8_valid(text))
		return ERR_UTF8;
	while (span_cut(&text, '\n', &line)) {
		if (line.n > 0) {
			if ((rc = add_line(arena, &s, line, &ids)) < 0)
				return rc;
		} else if (s.comments.n > 0 || s.rows.n > 0) {
			*PUSH(arena, &doc->sentences) = s;
			s = (struct sentence){ 0 };
			ids = (struct ids){ 0 };
		}
	}
	return s.comments.n > 0 || s.rows.n > 0 || doc->sentences.n == 0 ? ERR_BLANK : 0;
}

bool
comment_value(struct span comment, struct span key, struct span *value)
{
	if (!IN(comment, "# "))
		return false;
	comment = span_from(comment, 2);
	if (!span_starts(comment, key))
		return false;
	comment = span_from(comment, key.n);
	if (!IN(comment, " = ") && !span_eq(comment, SPAN(" =")))
		return false;
	*value = span_trim(span_from(comment, 2));
	return true;
}

bool
comment_get(const struct sentence *s, struct span key, struct span *value)
{
	for (size_t i = 0; i < s->comments.n; i++)
		if (comment_value(s->comments.v[i], key, value))
			return true;
	return false;
}

static struct span
comment_line(struct arena *arena, struct span key, struct span value)
{
	struct buf b = { .arena = arena };

	buf_put(&b, SPAN("# "));
	buf_put(&b, key);
	buf_put(&b, SPAN(" = "));
	buf_put(&b, value);
	return buf_span(&b);
}

void
comment_add(struct arena *arena, struct sentence *s, struct span key, struct span value)
{
	*PUSH(arena, &s->comments) = comment_line(arena, key, value);
}

void
comment_set(struct arena *arena, struct sentence *s, struct span key, struct span value)
{
	struct span old;

	for (size_t i = 0; i < s->comments.n; i++)
		if (comment_value(s->comments.v[i], key, &old)) {
			s->comments.v[i] = comment_line(arena, key, value);
			return;
		}
	comment_add(arena, s, key, value);
}

void
comment_drop(struct sentence *s, struct span key)
{
	struct span old;
	size_t n = 0;

	for (size_t i = 0; i < s->comments.n; i++)
		if (!comment_value(s->comments.v[i], key, &old))
			s->comments.v[n++] = s->comments.v[i];
	s->comments.n = n;
}

static bool
pair_is(struct span pair, struct span key)
{
	return pair.n > key.n && pair.s[key.n] == '=' && span_starts(pair, key);
}

bool
misc_get(struct span misc, struct span key, struct span *value)
{
	struct span pair;

	while (span_cut(&misc, '|', &pair))
		if (pair_is(pair, key)) {
			*value = span_from(pair, key.n + 1);
			return true;
		}
	return false;
}

static void
put_value(struct buf *out, struct span value)
{
	struct span part;

	for (bool first = true; span_cut(&value, '|', &part); first = false) {
		buf_put(out, first ? SPAN("") : SPAN("\\p"));
		buf_put(out, part);
	}
}

/* The pairs of other keys, each with a | behind it. */
static void
put_others(struct buf *out, struct span misc, struct span key)
{
	struct span pair;

	if (span_eq(misc, SPAN("_")))
		return;
	while (span_cut(&misc, '|', &pair)) {
		if (pair_is(pair, key))
			continue;
		buf_put(out, pair);
		buf_putc(out, '|');
	}
}

struct span
misc_set(struct arena *arena, struct span misc, struct span key, struct span value)
{
	struct buf b = { .arena = arena };

	put_others(&b, misc, key);
	buf_put(&b, key);
	buf_putc(&b, '=');
	put_value(&b, value);
	return buf_span(&b);
}

struct span
misc_drop(struct arena *arena, struct span misc, struct span key)
{
	struct buf b = { .arena = arena };
	struct span value;

	if (!misc_get(misc, key, &value))
		return misc;
	put_others(&b, misc, key);
	return b.n > 0 ? (struct span){ b.s, b.n - 1 } : SPAN("_");
}

bool
row_has(const struct row *row, struct span key, struct span value)
{
	struct span v;

	return misc_get(row->col[C_FEATS], key, &v) && span_eq(v, value);
}

bool
row_is_verb(const struct row *row)
{
	return row_is(row, "VERB") || row_is(row, "AUX");
}

struct span
sentence_block(const struct sentence *s, struct span before)
{
	struct span value;

	if (comment_get(s, SPAN("block"), &value))
		return value;
	for (size_t i = 0; i < s->comments.n; i++)
		if (IN(s->comments.v[i], "# newpar") || is_newdoc(s->comments.v[i]))
			return SPAN("paragraph");
	return before;
}

bool
sentence_starts_block(const struct sentence *s)
{
	for (size_t i = 0; i < s->comments.n; i++)
		if (span_eq(s->comments.v[i], SPAN("# newpar")))
			return true;
	return false;
}

struct span
sentence_text(const struct sentence *s)
{
	struct span text = SPAN("");

	comment_get(s, SPAN("text"), &text);
	return text;
}
