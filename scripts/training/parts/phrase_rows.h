/* The rows of a phrase table: which pairs of phrases, with which costs, in which order.
 *
 * Source TAB target TAB n kinds TAB p(e|f) p(f|e) lex(e|f) lex(f|e) TAB six orientations, all as
 * -8 ln p, rounded, at most 255; n: the sentences that have the pair, at most 9; kinds: the letters
 * of their texts ("4pm"). Orientations: monotone, swapped, apart, to the phrase before, then to the
 * one behind.
 *
 * Sources: counts discounted as in modified Kneser-Ney, Foster, Kuhn and Johnson 2006, "Phrasetable
 * smoothing for statistical machine translation", EMNLP; orientations smoothed as in Koehn et al.
 * 2005, "Edinburgh system description for the 2005 IWSLT speech translation evaluation"; pruning by
 * significance, Johnson et al. 2007 (unlike it, a pair stands together where it was extracted). */
#ifndef RASSEGNA_TRAINING_PHRASE_ROWS_H
#define RASSEGNA_TRAINING_PHRASE_ROWS_H

#include "phrase_pairs.h"

/* Write to stdout, by source, of one source the likeliest first: of each source the best rows, of
 * those with an association that exceeds by significance (nats) that of two phrases that stand once
 * each, together. The phrases have been counted in all sentences. */
void phrase_rows_write(struct phrase_pairs *pairs, size_t best, double significance);

#endif
