#include "metric.h"

#include <math.h>

static double
ngrams(const struct matches *m, int o)
{
	uint32_t length = o < WORD_ORDER ? m->words : m->chars;
	uint32_t order = 1 + (uint32_t)(o < WORD_ORDER ? o : o - WORD_ORDER);

	return length >= order ? length - order + 1 : 0;
}

void
tally_add(struct tally *t, const struct matches *hypothesis, const struct matches *reference)
{
	for (int o = 0; o < ORDERS; o++) {
		t->match[o] += hypothesis->match[o];
		t->total[o] += ngrams(hypothesis, o);
		t->reference[o] += ngrams(reference, o);
	}
}

void
tally_replace(struct tally *t, const struct matches *from, const struct matches *to)
{
	for (int o = 0; o < ORDERS; o++) {
		t->match[o] += (double)to->match[o] - from->match[o];
		t->total[o] += ngrams(to, o) - ngrams(from, o);
	}
}

double
bleu(const struct tally *t)
{
	double product = 1, half = 1;

	for (int o = 0; o < WORD_ORDER; o++) {
		if (t->total[o] <= 0)
			return 0;
		product *= (t->match[o] > 0 ? t->match[o] : (half /= 2)) / t->total[o];
	}
	product = sqrt(sqrt(product)); /* WORD_ORDER is 4 */
	if (t->total[0] < t->reference[0])
		product *= exp(1 - t->reference[0] / t->total[0]);
	return product;
}

double
chrf(const struct tally *t)
{
	double sum = 0;

	for (int o = WORD_ORDER; o < ORDERS; o++)
		if (t->match[o] > 0)
			sum += 5 * t->match[o] / (4 * t->reference[o] + t->total[o]);
	return sum / CHAR_ORDER;
}

double
metric(const struct tally *t, double a)
{
	return a > 0 ? (1 - a) * bleu(t) + a * chrf(t) : bleu(t);
}
