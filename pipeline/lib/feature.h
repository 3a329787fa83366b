/* The features of the log-linear model: score = sum of weight * value (Och and Ney 2002).
 * Probabilities are natural logarithms; counts count what they are called. */
#ifndef RASSEGNA_FEATURE_H
#define RASSEGNA_FEATURE_H

#include "table.h"

enum feature {
	F_LM,         /* language model */
	F_CLASSES,    /* the same of classes of words */
	F_WORDS,      /* English words */
	F_PHRASES,    /* phrases used */
	F_DISTORTION, /* - words jumped over */
	F_P_EF,       /* phrase table: p(e|f) */
	F_P_FE,
	F_LEX_EF,
	F_LEX_FE,
	F_BEFORE_MONOTONE, /* orientation to the phrase before, and the one behind */
	F_BEFORE_SWAP,
	F_BEFORE_APART,
	F_BEHIND_MONOTONE,
	F_BEHIND_SWAP,
	F_BEHIND_APART,
	F_ONCE,           /* phrases seen in one sentence only */
	F_NO_PROSE,       /* phrases not seen in prose, */
	F_TALK,           /* ... but only in talk, */
	F_MANUALS,        /* ... only in manuals, */
	F_DICTIONARY,     /* ... or only in the dictionary */
	F_LEXICON,        /* words by the lexicon */
	F_LEXICON_RANK,   /* - ln of the place of the equivalent, from 1 */
	F_DROPPED,        /* words without English */
	F_NO_ARTICLE,     /* articles without English */
	F_NO_SUBJECT,     /* subjects without English that it needs: see subject.h */
	F_REFERENT,       /* "it" or "which" for a person, and the like: see referent.h */
	F_NO_PREPOSITION, /* prepositions without English at the edge of a phrase: see agreement.h
			   */
	F_COMPOUND,       /* "di" left out: see compose.h */
	F_AGREEMENT,      /* - verbs of another tense or person: see agreement.h */
	F_PAST,           /* "ha" left out */
	F_BASE,           /* verbs behind "did not" or "to" */
	F_GLOSS,          /* words translated as their gloss says */
	F_COPY,           /* words left as they are */
	F_RULE,           /* spans by rule */
	F_UNKNOWN,        /* English words that the language model has not */
	NFEATURES
};

extern const char *const feature_names[NFEATURES];

/* Rows "name TAB weight"; a feature without a row weighs nothing. ERR_ROW for what is no number or
 * no feature. */
int feature_weights(const struct table *table, float weight[NFEATURES]);

float feature_sum(const float weight[NFEATURES], const float value[NFEATURES]);

#endif
