#include "tagger_rows.h"

#include <math.h>
#include <stdlib.h>

#include "cli.h"
#include "lib/buf.h"

enum { UNIT = 16 }; /* of weight 1.0 in the model */

struct naming {
	struct averaged_perceptron *p;
	struct arena *arena;
};

/* Empty where a value has a blank: no row can have it. */
static struct span
name_of(struct arena *arena, const struct features *f, size_t i)
{
	struct buf b = { .arena = arena };

	buf_putc(&b, f->name[i].letter);
	for (int k = 0; k < 3 && f->name[i].value[k] != NULL; k++) {
		if (span_has(f->name[i].value[k]->text, ' '))
			return (struct span){ 0 };
		buf_putc(&b, ' ');
		buf_put(&b, f->name[i].value[k]->text);
	}
	return buf_span(&b);
}

static void
name_features(void *self, const struct features *f)
{
	struct naming *naming = self;

	for (size_t i = 0; i < f->n; i++) {
		struct averaged_feature *e = averaged_find(naming->p, f->hash[i]);

		if (e->weights != NULL && e->name.s == NULL)
			e->name = name_of(naming->arena, f, i);
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct averaged_feature *x = a, *y = b;

	return span_cmp(x->name, y->name);
}

/* Bring the features with a name to the front, sorted; how many. */
static size_t
named_first(struct averaged_perceptron *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->cap; i++)
		if (p->v[i].name.s != NULL)
			p->v[n++] = p->v[i];
	qsort(p->v, n, sizeof(*p->v), by_name);
	return n;
}

static long
average(const struct averaged_weights *w, size_t class, int learners)
{
	long v = lround(w->sum[class] / learners * UNIT);

	return v > INT8_MAX ? INT8_MAX : v < -INT8_MAX ? -INT8_MAX : v;
}

static void
put_row(const struct averaged_feature *e, size_t classes, int learners, long least)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
	bool any = false;

	for (size_t c = 0; c < classes; c++) {
		long v = average(e->weights, c, learners);

		if (labs(v) < least)
			continue;
		if (!any) {
			put(e->name);
			putchar('\t');
		}
		any = true;
		printf("%c%ld", letters[c], v);
	}
	if (any)
		putchar('\n');
}

static void
put_head(void)
{
	put(SPAN(
	    "# rassegna-table 1\n"
	    "# what: perceptron that chooses a class for each word; feature, weights\n"
	    "# features: a letter (lib/tagger_features.c) and values; weights: A the first class\n"
	    "# licence: CC BY-NC-SA 3.0 and 4.0 (treebanks)\n"
	    "# source: Universal Dependencies Italian MarkIT, ParTUT, ISDT dev, VIT dev\n"
	    "# made by: scripts/train-tags --splits, scripts/training/train-tagger.c\n"));
}

static void
put_classes(const struct tagger_examples *x)
{
	printf("=classes\t");
	for (size_t c = 0; c < x->classes; c++) {
		if (c > 0)
			putchar(' ');
		put(x->class[c]);
	}
	putchar('\n');
}

void
tagger_rows_write(struct averaged_perceptron *p, struct tagger_examples *x, int learners,
		  long least)
{
	struct naming naming = { p, &x->arena };
	size_t n;

	tagger_examples_each(x, name_features, &naming);
	n = named_first(p);
	put_head();
	put_classes(x);
	for (size_t i = 0; i < n; i++)
		put_row(&p->v[i], x->classes, learners, least);
}
