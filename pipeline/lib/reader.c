#include "reader.h"

#include "buf.h"
#include "token.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct span
reader_key(struct reader *r, size_t i)
{
	struct span *key = i - r->at < READER_AHEAD ? &r->key[i - r->at] : NULL;
	struct span made;

	if (i >= r->n)
		return SPAN("");
	if (key != NULL && key->s != NULL)
		return *key;
	made = token_key(r->arena, r->words[i]);
	if (key != NULL)
		*key = made;
	return made;
}

bool
reader_is(struct reader *r, size_t i, struct span word)
{
	return span_eq(reader_key(r, i), word);
}

/* len words from i on as one key of the table; empty at the sentence's end */
struct span
reader_keys(struct reader *r, size_t i, size_t len)
{
	struct buf out = { .arena = r->arena };

	if (len == 1 || i + len > r->n)
		return len == 1 ? reader_key(r, i) : SPAN("");
	for (size_t k = 0; k < len; k++) {
		if (k > 0)
			buf_putc(&out, ' ');
		buf_put(&out, reader_key(r, i + k));
	}
	return buf_span(&out);
}

/* The fields of the row of this key and class; left alone if there is none. */
bool
reader_row(const struct reader *r, struct span key, struct span class, struct span *fields)
{
	struct span rest, head;
	bool found = key.n > 0 && table_find(r->q->table, key, &rest);

	for (; found; found = table_again(r->q->table, key, &rest)) {
		struct span behind = rest;

		if (!span_cut(&behind, '\t', &head) || !span_eq(head, class))
			continue;
		*fields = behind.s != NULL ? behind : SPAN("");
		return true;
	}
	return false;
}

bool
reader_has_row(const struct reader *r, struct span key, struct span class)
{
	struct span fields;

	return reader_row(r, key, class, &fields);
}

struct span
reader_field(struct span *fields)
{
	struct span head = SPAN("");

	return span_cut(fields, '\t', &head) ? head : SPAN("");
}

struct span
reader_join(struct reader *r, struct span a, struct span b)
{
	struct buf out = { .arena = r->arena };

	if (a.n == 0 || span_eq(a, SPAN("-")))
		return b;
	if (b.n == 0)
		return a;
	buf_put(&out, a);
	buf_putc(&out, ' ');
	buf_put(&out, b);
	return buf_span(&out);
}

void
reader_offer(struct reader *r, size_t n, bool sure, struct span english)
{
	for (size_t i = 0; i < r->found; i++)
		if (r->out[i].n == n && span_eq(r->out[i].english, english))
			return;
	if (n > 0 && english.n > 0 && r->found < r->max)
		r->out[r->found++] = (struct quantity){ n, english, sure };
}

bool
reader_has_figure(const struct reader *r, size_t i)
{
	return i < r->n && r->words[i].n > 0 && is_digit(r->words[i].s[0]);
}
