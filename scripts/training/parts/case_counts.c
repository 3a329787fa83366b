#include "case_counts.h"

#include <stdlib.h>

#include "cli.h"
#include "lib/utf8.h"

struct form {
	struct span lower, form;
	uint32_t count;
};

/* Addresses are no words. */
static bool
is_counted(struct span form)
{
	struct span first = { form.s, 1 };

	while (first.n < form.n && (form.s[first.n] & 0xC0) == 0x80)
		first.n++;
	return utf8_has_letter(first) && !span_has(form, '@') && !span_has(form, '/') &&
	       !span_has(form, '\t');
}

void
case_count(struct map *counts, struct span form)
{
	if (!is_counted(form))
		return;
	if (map_get(counts, form) == 0)
		form = arena_copy(counts->arena, form);
	++*map_at(counts, form);
}

static int
by_lower(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int c = span_cmp(x->lower, y->lower);

	return c != 0 ? c : span_cmp(x->form, y->form);
}

static struct form *
sorted_forms(const struct map *counts)
{
	struct form *forms = ARENA_NEW(counts->arena, struct form, counts->n);
	size_t n = 0;

	for (size_t i = 0; i < counts->cap; i++) {
		const struct map_entry *e = &counts->v[i];

		if (e->key.s != NULL)
			forms[n++] =
			    (struct form){ utf8_lower(counts->arena, e->key), e->key, e->value };
	}
	if (n > 0)
		qsort(forms, n, sizeof(*forms), by_lower);
	return forms;
}

static void
put_case(const struct form *best, uint32_t all)
{
	put(best->lower);
	put(SPAN("\t"));
	put(best->form);
	printf("\t%u\t%u\n", best->count, all);
}

void
case_counts_put(const struct map *counts, uint32_t least)
{
	const struct form *forms = sorted_forms(counts);

	put(SPAN("# rassegna-table 1\n"));
	for (size_t from = 0, end; from < counts->n; from = end) {
		const struct form *best = &forms[from];
		uint32_t all = 0;

		for (end = from; end < counts->n && span_eq(forms[end].lower, best->lower); end++) {
			all += forms[end].count;
			if (forms[end].count >= best->count)
				best = &forms[end]; /* of equals the last: lower case */
		}
		if (all >= least)
			put_case(best, all);
	}
}
