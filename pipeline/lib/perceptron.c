#include "perceptron.h"

#include <stdlib.h>

#include "status.h"

uint64_t
feature_hash(struct span text)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < text.n; i++)
		h = (h ^ (unsigned char)text.s[i]) * UINT64_C(1099511628211);
	return h;
}

/* "h il ponte" */
static uint64_t
hash_of_name(struct span name)
{
	struct span value;
	uint64_t h;

	span_cut(&name, ' ', &value);
	h = (unsigned char)value.s[0];
	while (span_cut(&name, ' ', &value))
		h = feature_value(h, feature_hash(value));
	return h;
}

static struct perceptron_slot *
find(const struct perceptron *model, uint64_t hash)
{
	size_t i = hash & (model->slots - 1);
	uint32_t check = (uint32_t)(hash >> 32);

	while (model->slot[i].index != 0 && model->slot[i].check != check)
		i = (i + 1) & (model->slots - 1);
	return &model->slot[i];
}

static int
class_of_letter(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	return c >= 'a' && c <= 'f' ? c - 'a' + 26 : -1;
}

/* Cut a number off the text: false if there is none from -127 to 127. */
static bool
cut_number(struct span *text, int8_t *out)
{
	size_t sign = text->n > 0 && text->s[0] == '-', end = sign;
	long v;

	while (end < text->n && text->s[end] >= '0' && text->s[end] <= '9')
		end++;
	v = span_number((struct span){ text->s + sign, end - sign });
	if (v < 0 || v > INT8_MAX)
		return false;
	*out = (int8_t)(sign ? -v : v);
	*text = span_from(*text, end);
	return true;
}

static int
read_weights(struct span text, size_t classes, int8_t weight[])
{
	while (text.n > 0) {
		int class = class_of_letter(text.s[0]);

		text = span_from(text, 1);
		if (class < 0 || (size_t) class >= classes || !cut_number(&text, &weight[class]))
			return ERR_MODEL;
	}
	return 0;
}

static int
read_classes(struct perceptron *model, const struct table *source)
{
	struct span names, name;

	if (!table_find(source, SPAN("=classes"), &names))
		return ERR_MODEL;
	while (span_cut(&names, ' ', &name)) {
		if (model->n == PERCEPTRON_CLASSES)
			return ERR_MODEL;
		model->class_hash[model->n] = feature_hash(name);
		model->class[model->n++] = name;
	}
	return 0;
}

static size_t
count_rows(const struct table *source)
{
	struct span line = { 0 };
	size_t n = 0;

	while (table_next(source, &line))
		n++;
	return n;
}

static int
read_rows(struct perceptron *model, const struct table *source)
{
	struct span line = { 0 };
	uint32_t n = 0;
	int rc;

	while (table_next(source, &line)) {
		struct span weights = line, name;
		struct perceptron_slot *slot;
		uint64_t hash;

		if (!span_cut(&weights, '\t', &name) || name.n == 0)
			return ERR_MODEL;
		if (name.s[0] == '=')
			continue;
		hash = hash_of_name(name);
		slot = find(model, hash);
		*slot = (struct perceptron_slot){ (uint32_t)(hash >> 32), n + 1 };
		if ((rc = read_weights(weights, model->n, model->weight[n++])) < 0)
			return rc;
	}
	return 0;
}

int
perceptron_open(struct perceptron *model, const struct table *source)
{
	size_t n = count_rows(source);
	int rc;

	*model = (struct perceptron){ .slots = 64 };
	while (model->slots < 2 * n)
		model->slots *= 2;
	model->slot = calloc(model->slots, sizeof(*model->slot));
	model->weight = calloc(n + 1, sizeof(*model->weight));
	if (model->slot == NULL || model->weight == NULL)
		rc = ERR_IO;
	else if ((rc = read_classes(model, source)) == 0)
		rc = read_rows(model, source);
	if (rc < 0)
		perceptron_close(model);
	return rc;
}

void
perceptron_close(struct perceptron *model)
{
	free(model->slot);
	free(model->weight);
	*model = (struct perceptron){ 0 };
}

static void /* restrict: or the compiler may not add many at once */
add_weights(const int8_t *restrict weight, int16_t *restrict score)
{
	for (int class = 0; class < PERCEPTRON_CLASSES; class ++)
		score[class] = (int16_t)(score[class] + weight[class]);
}

/* Three passes, since the memory is slow and each fetch can be asked for before it is needed. */
void
perceptron_add(const struct perceptron *model, const uint64_t features[], size_t n,
	       int16_t score[PERCEPTRON_CLASSES])
{
	const int8_t *found[PERCEPTRON_FEATURES];
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(&model->slot[features[i] & (model->slots - 1)]);
	for (size_t i = 0; i < n; i++) {
		uint32_t index = find(model, features[i])->index;

		if (index == 0)
			continue;
		found[k] = model->weight[index - 1];
		__builtin_prefetch(found[k++]);
	}
	for (size_t i = 0; i < k; i++)
		add_weights(found[i], score);
}

size_t
perceptron_best(const struct perceptron *model, const int16_t score[])
{
	size_t best = 0;

	for (size_t class = 1; class < model->n; class ++)
		if (score[class] > score[best])
			best = class;
	return best;
}
