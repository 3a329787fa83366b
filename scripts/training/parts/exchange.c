#include "exchange.h"

#include <string.h>

/* Sum up a word's neighbours by class; how often it stands beside itself. */
static uint32_t
gather(const struct class_bigrams *m, const struct neighbours *l, uint32_t word,
       struct class_counts *side)
{
	uint32_t itself = 0;

	side->n = 0;
	for (size_t i = l->start[word]; i < l->start[word + 1]; i++) {
		uint32_t class = m->class_of[l->v[i].unit];

		if (l->v[i].unit == word) {
			itself = l->v[i].count;
			continue;
		}
		if (side->count[class] == 0)
			side->class[side->n++] = class;
		side->count[class] += l->v[i].count;
	}
	return itself;
}

static void
clear_side(struct class_counts *side)
{
	for (size_t i = 0; i < side->n; i++)
		side->count[side->class[i]] = 0;
}

/* Put the word into a class (sign 1), or take it out (-1, as unsigned numbers wrap). */
static void
shift_word(struct exchange *x, uint32_t class, uint32_t itself, uint32_t sign)
{
	const struct class_counts *before = &x->classes_before, *behind = &x->classes_behind;

	for (size_t i = 0; i < before->n; i++) {
		uint32_t g = before->class[i];

		class_bigrams_add(x->m, g, class, sign * before->count[g]);
	}
	for (size_t i = 0; i < behind->n; i++) {
		uint32_t h = behind->class[i];

		class_bigrams_add(x->m, class, h, sign * behind->count[h]);
	}
	class_bigrams_add(x->m, class, class, sign * itself);
}

/* What the pairs with the neighbours on one side would add in each class; their number. */
static uint32_t
add_gains(struct exchange *x, const struct class_counts *side, const uint32_t pairs[])
{
	const struct class_bigrams *m = x->m;
	uint32_t sum = 0;

	for (size_t i = 0; i < side->n; i++) {
		const uint32_t *row = pairs + side->class[i] * m->all;
		uint32_t n = side->count[side->class[i]];

		for (size_t class = 0; class < m->k; class ++)
			x->gain[class] += class_bigrams_xlogx(m, row[class] + n) -
					  class_bigrams_xlogx(m, row[class]);
		sum += n;
	}
	return sum;
}

/* What the likelihood gains by a sum that grows. */
static double
growth(const struct class_bigrams *m, uint32_t n, uint32_t by)
{
	return class_bigrams_xlogx(m, n + by) - class_bigrams_xlogx(m, n);
}

/* Where neighbours are of the class itself, both sides and the word add to one count. */
static double
own_growth(const struct exchange *x, size_t class, uint32_t itself)
{
	const struct class_bigrams *m = x->m;
	uint32_t n = m->pairs[class * m->all + class];
	uint32_t before = x->classes_before.count[class], behind = x->classes_behind.count[class];

	return class_bigrams_xlogx(m, n + before + behind + itself) -
	       class_bigrams_xlogx(m, n + before) - class_bigrams_xlogx(m, n + behind) +
	       class_bigrams_xlogx(m, n);
}

/* The word is in no class now. */
static void
find_gains(struct exchange *x, uint32_t itself)
{
	const struct class_bigrams *m = x->m;
	uint32_t first, second;

	memset(x->gain, 0, m->k * sizeof(*x->gain));
	second = add_gains(x, &x->classes_before, m->pairs) + itself;
	first = add_gains(x, &x->classes_behind, m->turned) + itself;
	for (size_t class = 0; class < m->k; class ++) {
		x->gain[class] += own_growth(x, class, itself);
		x->gain[class] -= growth(m, m->as_first[class], first);
		x->gain[class] -= growth(m, m->as_second[class], second);
	}
}

/* The best class for a word: it stays unless another is better by more than rounding. */
static uint32_t
best_class(const struct exchange *x, uint32_t stay, uint32_t shape)
{
	double most = x->gain[stay] + 1e-6;
	uint32_t best = stay;

	for (uint32_t class = 0; class < x->m->k; class ++)
		if ((class >= SHAPES || class == shape) && x->gain[class] > most) {
			most = x->gain[class];
			best = class;
		}
	return best;
}

/* Was the word moved? */
static bool
exchange_word(struct exchange *x, uint32_t word)
{
	uint32_t shape = shape_of(x->u->corpus.words.v[word].text);
	uint32_t *class = &x->m->class_of[word], old = *class;
	uint32_t itself = gather(x->m, &x->before, word, &x->classes_before);

	gather(x->m, &x->behind, word, &x->classes_behind);
	shift_word(x, old, itself, -1U);
	find_gains(x, itself);
	*class = best_class(x, old, shape);
	shift_word(x, *class, itself, 1);
	clear_side(&x->classes_before);
	clear_side(&x->classes_behind);
	return *class != old;
}

size_t
exchange_round(struct exchange *x)
{
	size_t moved = 0;

	for (uint32_t unit = FIRST_WORD; unit < x->u->n; unit++)
		moved += exchange_word(x, unit);
	return moved;
}

static struct class_counts
new_counts(size_t classes)
{
	return (struct class_counts){ .count = array_new(classes, sizeof(uint32_t)),
				      .class = array_new(classes, sizeof(uint32_t)) };
}

static void
free_counts(struct class_counts *side)
{
	free(side->count);
	free(side->class);
}

void
exchange_open(struct exchange *x, struct class_bigrams *m, const struct units *u)
{
	*x = (struct exchange){ .m = m, .u = u };
	x->before = neighbours_of(u, false);
	x->behind = neighbours_of(u, true);
	x->classes_before = new_counts(m->all);
	x->classes_behind = new_counts(m->all);
	x->gain = array_new(m->k, sizeof(*x->gain));
}

void
exchange_close(struct exchange *x)
{
	neighbours_free(&x->before);
	neighbours_free(&x->behind);
	free_counts(&x->classes_before);
	free_counts(&x->classes_behind);
	free(x->gain);
}
