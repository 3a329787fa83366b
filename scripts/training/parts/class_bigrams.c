#include "class_bigrams.h"

void
class_bigrams_add(struct class_bigrams *m, uint32_t g, uint32_t h, uint32_t n)
{
	m->pairs[g * m->all + h] += n;
	m->turned[h * m->all + g] += n;
	m->as_first[g] += n;
	m->as_second[h] += n;
}

static void
start_classes(struct class_bigrams *m, const struct units *u)
{
	const struct tokens *text = &u->corpus.tokens;

	for (uint32_t shape = 0; shape < SHAPES; shape++)
		m->class_of[shape] = shape;
	m->class_of[BOS] = (uint32_t)m->k;
	m->class_of[EOS] = (uint32_t)m->k + 1;
	for (uint32_t unit = FIRST_WORD; unit < u->n; unit++)
		m->class_of[unit] = SHAPES + (unit - FIRST_WORD) % (uint32_t)(m->k - SHAPES);
	for (size_t i = 1; i < text->n; i++)
		if (text->v[i] != BOS)
			class_bigrams_add(m, m->class_of[text->v[i - 1]], m->class_of[text->v[i]],
					  1);
}

void
class_bigrams_open(struct class_bigrams *m, const struct units *u, size_t k)
{
	*m = (struct class_bigrams){ .k = k, .all = k + 2 };
	m->class_of = array_new(u->n, sizeof(*m->class_of));
	m->pairs = array_new(m->all * m->all, sizeof(*m->pairs));
	m->turned = array_new(m->all * m->all, sizeof(*m->turned));
	m->as_first = array_new(m->all, sizeof(*m->as_first));
	m->as_second = array_new(m->all, sizeof(*m->as_second));
	m->xlogx = array_new(TABLED, sizeof(*m->xlogx));
	for (uint32_t x = 1; x < TABLED; x++)
		m->xlogx[x] = x * log(x);
	start_classes(m, u);
}

void
class_bigrams_close(struct class_bigrams *m)
{
	free(m->class_of);
	free(m->pairs);
	free(m->turned);
	free(m->as_first);
	free(m->as_second);
	free(m->xlogx);
}

double
class_bigrams_perplexity(const struct class_bigrams *m, const struct units *u)
{
	const struct corpus *c = &u->corpus;
	double log_p = class_bigrams_xlogx(m, (uint32_t)c->sentences), n = (double)c->sentences;

	for (size_t i = FIRST_WORD; i < c->words.n; i++) {
		log_p += class_bigrams_xlogx(m, c->words.v[i].count);
		n += c->words.v[i].count;
	}
	for (size_t i = 0; i < m->all * m->all; i++)
		log_p += class_bigrams_xlogx(m, m->pairs[i]);
	for (size_t g = 0; g < m->all; g++)
		log_p -= class_bigrams_xlogx(m, m->as_first[g]) +
			 class_bigrams_xlogx(m, m->as_second[g]);
	return exp(-log_p / n);
}
