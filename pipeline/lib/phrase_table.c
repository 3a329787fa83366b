#include "phrase_table.h"

#include "buf.h"

/* The next number of "12 3 40"; what is no number is 0. */
static float
cost(struct span *rest)
{
	struct span digits = SPAN("");
	long value;

	if (rest->s != NULL)
		span_cut(rest, ' ', &digits);
	value = span_number(digits);
	return value > 0 ? -PHRASE_UNIT * (float)value : 0;
}

/* "4pm": how many sentences, and of which kinds. */
static void
set_provenance(struct candidate *c, struct span n)
{
	struct span kinds = n.n > 0 ? span_from(n, 1) : n;

	c->seen = n.n > 0 && n.s[0] >= '0' && n.s[0] <= '9' ? (unsigned)(n.s[0] - '0') : 0;
	c->value[F_ONCE] = c->seen == 1;
	c->value[F_NO_PROSE] = !span_has(kinds, 'p');
	c->value[F_TALK] = span_eq(kinds, SPAN("t"));
	c->value[F_MANUALS] = span_eq(kinds, SPAN("m"));
	c->value[F_DICTIONARY] = span_eq(kinds, SPAN("d"));
}

static void
set_values(struct candidate *c, struct span *fields)
{
	struct span n = SPAN(""), costs = SPAN(""), turns = SPAN("");

	if (fields->s != NULL && span_cut(fields, '\t', &n) && fields->s != NULL)
		span_cut(fields, '\t', &costs);
	if (fields->s != NULL)
		turns = *fields;
	set_provenance(c, n);
	for (int f = F_P_EF; f <= F_LEX_FE; f++)
		c->value[f] = cost(&costs);
	for (int o = 0; o < ORIENTATIONS; o++)
		c->before[o] = cost(&turns);
	for (int o = 0; o < ORIENTATIONS; o++)
		c->behind[o] = cost(&turns);
}

static void
find_rows(const struct table *phrases, struct candidates *c, unsigned from, unsigned to,
	  struct span key)
{
	struct span fields;

	if (!table_find(phrases, key, &fields))
		return;
	do {
		struct span rest = fields, english = SPAN("");
		struct candidate *new;

		span_cut(&rest, '\t', &english);
		new = candidate_add(c, from, to, english, FROM_TABLE);
		set_values(new, &rest);
		candidate_done(c, new);
	} while (table_again(phrases, key, &fields));
}

void
phrase_table_find(const struct table *phrases, struct candidates *c, const struct span words[])
{
	for (unsigned from = 0; from < c->n; from++) {
		struct buf key = { .arena = c->arena };

		for (unsigned to = from + 1; to <= c->n && to - from <= PHRASE_LONGEST; to++) {
			if (to - from > 1)
				buf_putc(&key, ' ');
			buf_put(&key, words[to - 1]);
			find_rows(phrases, c, from, to, buf_span(&key));
		}
	}
}
