#include "averaged_perceptron.h"

#include "array.h"

struct averaged_feature *
averaged_find(const struct averaged_perceptron *p, uint64_t hash)
{
	size_t i = hash & (p->cap - 1);

	while (p->v[i].hash != 0 && p->v[i].hash != hash)
		i = (i + 1) & (p->cap - 1);
	return &p->v[i];
}

static void
grow(struct averaged_perceptron *p)
{
	struct averaged_feature *old = p->v;
	size_t cap = p->cap;

	p->cap = cap > 0 ? 2 * cap : 1 << 20;
	p->v = array_new(p->cap, sizeof(*p->v));
	for (size_t i = 0; i < cap; i++)
		if (old[i].hash != 0)
			*averaged_find(p, old[i].hash) = old[i];
	free(old);
}

void
averaged_count(struct averaged_perceptron *p, uint64_t hash)
{
	struct averaged_feature *e;

	if (2 * (p->n + 1) > p->cap)
		grow(p);
	e = averaged_find(p, hash);
	p->n += e->hash == 0;
	e->hash = hash;
	e->count++;
}

size_t
averaged_predict(struct averaged_feature *const v[], size_t n, size_t classes)
{
	int32_t score[PERCEPTRON_CLASSES] = { 0 };
	size_t best = 0;

	for (size_t i = 0; i < n; i++)
		if (v[i]->weights != NULL)
			for (int c = 0; c < PERCEPTRON_CLASSES; c++)
				score[c] += v[i]->weights->now[c];
	for (size_t c = 1; c < classes; c++)
		if (score[c] > score[best])
			best = c;
	return best;
}

static void
change(const struct averaged_perceptron *p, struct averaged_feature *e, size_t class, int by)
{
	if (e->weights == NULL)
		e->weights = array_new(1, sizeof(*e->weights));
	e->weights->now[class] += by;
	e->weights->late[class] += by * p->step;
}

void
averaged_learn(struct averaged_perceptron *p, struct averaged_feature *const v[], size_t n,
	       size_t gold, size_t got)
{
	for (size_t i = 0; got != gold && i < n; i++) {
		change(p, v[i], gold, 1);
		change(p, v[i], got, -1);
	}
	p->step++;
}

void
averaged_put_aside(struct averaged_perceptron *p)
{
	for (size_t i = 0; i < p->cap; i++) {
		struct averaged_weights *w = p->v[i].weights;

		for (size_t c = 0; w != NULL && c < PERCEPTRON_CLASSES; c++) {
			w->sum[c] += w->now[c] - (double)w->late[c] / (double)p->step;
			w->now[c] = 0;
			w->late[c] = 0;
		}
	}
	p->step = 1;
}
