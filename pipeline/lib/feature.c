#include "feature.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "status.h"

const char *const feature_names[NFEATURES] = {
	[F_LM] = "lm",
	[F_CLASSES] = "classes",
	[F_WORDS] = "words",
	[F_PHRASES] = "phrases",
	[F_DISTORTION] = "distortion",
	[F_P_EF] = "p_ef",
	[F_P_FE] = "p_fe",
	[F_LEX_EF] = "lex_ef",
	[F_LEX_FE] = "lex_fe",
	[F_BEFORE_MONOTONE] = "before_monotone",
	[F_BEFORE_SWAP] = "before_swap",
	[F_BEFORE_APART] = "before_apart",
	[F_BEHIND_MONOTONE] = "behind_monotone",
	[F_BEHIND_SWAP] = "behind_swap",
	[F_BEHIND_APART] = "behind_apart",
	[F_ONCE] = "once",
	[F_NO_PROSE] = "no_prose",
	[F_TALK] = "talk",
	[F_MANUALS] = "manuals",
	[F_DICTIONARY] = "dictionary",
	[F_LEXICON] = "lexicon",
	[F_LEXICON_RANK] = "lexicon_rank",
	[F_DROPPED] = "dropped",
	[F_NO_ARTICLE] = "no_article",
	[F_NO_SUBJECT] = "no_subject",
	[F_REFERENT] = "referent",
	[F_NO_PREPOSITION] = "no_preposition",
	[F_COMPOUND] = "compound",
	[F_AGREEMENT] = "agreement",
	[F_PAST] = "past",
	[F_BASE] = "base",
	[F_GLOSS] = "gloss",
	[F_COPY] = "copy",
	[F_RULE] = "rule",
	[F_UNKNOWN] = "unknown",
};

static int
find_feature(struct span name)
{
	for (int i = 0; i < NFEATURES; i++)
		if (span_eq(name, span_of(feature_names[i])))
			return i;
	return ERR_ROW;
}

/* A finite decimal number that fills the span; strtof would take blanks, hexadecimals and "nan". */
static int
parse_weight(struct span digits, float *weight)
{
	char text[32], *end;

	if (digits.n == 0 || digits.n >= sizeof(text))
		return ERR_ROW;
	memcpy(text, digits.s, digits.n);
	text[digits.n] = '\0';
	if (strspn(text, "+-.0123456789eE") != digits.n)
		return ERR_ROW;
	*weight = strtof(text, &end);
	return *end == '\0' && isfinite(*weight) ? 0 : ERR_ROW;
}

int
feature_weights(const struct table *table, float weight[NFEATURES])
{
	struct span line = { 0 }, rest, name;

	memset(weight, 0, NFEATURES * sizeof(*weight));
	while (table_next(table, &line)) {
		int i;

		rest = line;
		span_cut(&rest, '\t', &name);
		if ((i = find_feature(name)) < 0 || parse_weight(rest, &weight[i]) < 0)
			return ERR_ROW;
	}
	return 0;
}

float
feature_sum(const float weight[NFEATURES], const float value[NFEATURES])
{
	float sum = 0;

	for (int i = 0; i < NFEATURES; i++)
		sum += weight[i] * value[i];
	return sum;
}
