#include "query.h"

#include "buf.h"
#include "status.h"
#include "utf8.h"

/* A piece of the query as it was typed. */
struct piece {
	struct span text;
	bool quoted, minus;
};

struct parser {
	struct arena *arena;
	const struct stems *stems;
	struct query *query;
	struct query_part part;
	size_t terms; /* in the whole query */
	bool negate;  /* a NOT stood before */
};

/* ---- pieces */

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

static const struct {
	struct span open, close;
} quotes[] = {
	{ SPAN("\""), SPAN("\"") },
	{ SPAN("«"), SPAN("»") },
	{ SPAN("“"), SPAN("”") },
	{ SPAN("„"), SPAN("“") },
};

static size_t
find(struct span text, struct span what)
{
	size_t off = 0;

	while (off < text.n && !span_starts(span_from(text, off), what))
		off++;
	return off;
}

/* What stands in quotes; to the end where nobody closes them. */
static bool
cut_quoted(struct span *rest, struct span *text)
{
	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++) {
		size_t end;

		if (!span_starts(*rest, quotes[i].open))
			continue;
		*rest = span_from(*rest, quotes[i].open.n);
		end = find(*rest, quotes[i].close);
		*text = (struct span){ rest->s, end };
		end += quotes[i].close.n;
		*rest = span_from(*rest, end < rest->n ? end : rest->n);
		return true;
	}
	return false;
}

static bool
next_piece(struct span *rest, struct piece *piece)
{
	size_t n = 0;

	while (rest->n > 0 && is_blank(rest->s[0]))
		*rest = span_from(*rest, 1);
	if (rest->n == 0)
		return false;
	*piece = (struct piece){ .minus = rest->s[0] == '-' };
	if (piece->minus)
		*rest = span_from(*rest, 1);
	if ((piece->quoted = cut_quoted(rest, &piece->text)))
		return true;
	while (n < rest->n && !is_blank(rest->s[n]) && rest->s[n] != '"')
		n++;
	piece->text = (struct span){ rest->s, n };
	*rest = span_from(*rest, n);
	return true;
}

/* ---- terms */

/* Blanks for what is none to read: FTS5 would end at a NUL. */
static struct span
quote(struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };

	buf_putc(&out, '"');
	for (size_t i = 0; i < text.n; i++) {
		buf_putc(&out, is_blank(text.s[i]) ? ' ' : text.s[i]);
		if (text.s[i] == '"')
			buf_putc(&out, '"');
	}
	buf_putc(&out, '"');
	return buf_span(&out);
}

static int
add_term(struct parser *p, struct span text, bool negated)
{
	struct span stems = SPAN("");

	text = span_trim(text);
	if (!utf8_has_letter(text) && !utf8_has_digit(text))
		return 0;
	if (p->terms++ == QUERY_MAX)
		return ERR_QUERY;
	if (p->stems != NULL)
		stems = stems_of(p->stems, p->arena, text);
	*PUSH(p->arena, &p->part.terms) = (struct query_term){
		.italian = stems.n > 0 ? quote(p->arena, stems) : SPAN(""),
		.english = quote(p->arena, text),
		.negated = negated,
	};
	return 0;
}

/* ---- parts */

static bool
has_italian(const struct query_part *part)
{
	for (size_t i = 0; i < part->terms.n; i++)
		if (!part->terms.v[i].negated && part->terms.v[i].italian.n > 0)
			return true;
	return false;
}

static void
add_terms(struct parser *p, bool negated, bool all, struct query_part *to)
{
	for (size_t i = 0; i < p->part.terms.n; i++) {
		const struct query_term *t = &p->part.terms.v[i];

		if (t->negated == negated && (all || t->italian.n > 0))
			*PUSH(p->arena, &to->terms) = *t;
	}
}

static int
end_part(struct parser *p)
{
	struct query_part part = { 0 };
	bool all = !has_italian(&p->part);

	add_terms(p, false, all, &part);
	if (part.terms.n == 0)
		return ERR_QUERY;
	add_terms(p, true, all, &part);
	*PUSH(p->arena, &p->query->parts) = part;
	p->part = (struct query_part){ 0 };
	p->negate = false;
	return 0;
}

static int
take_piece(struct parser *p, const struct piece *piece)
{
	bool negated = piece->minus || p->negate;
	bool word = !piece->quoted && !piece->minus;

	if (word && span_eq(piece->text, SPAN("OR")))
		return end_part(p);
	if (word && span_eq(piece->text, SPAN("AND")))
		return 0;
	if (word && span_eq(piece->text, SPAN("NOT"))) {
		p->negate = true;
		return 0;
	}
	p->negate = false;
	return add_term(p, piece->text, negated);
}

int
query_parse(struct arena *arena, const struct stems *stems, struct span text, struct query *query)
{
	struct parser p = { .arena = arena, .stems = stems, .query = query };
	struct piece piece;
	int rc;

	*query = (struct query){ 0 };
	if (!utf8_valid(text))
		return ERR_UTF8;
	while (next_piece(&text, &piece))
		if ((rc = take_piece(&p, &piece)) < 0)
			return rc;
	return end_part(&p);
}
