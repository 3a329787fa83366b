/* Give words the case that they have in running text, where their place or a headline hides it:
 * the first word of a sentence, also after an opening quotation mark; lines in capitals; headlines
 * In Which Nearly All Words Have One. For tokens of Italian or English.
 *
 * The statistics are a table, "lower TAB best form TAB count TAB count of all forms": how each word
 * is written elsewhere, most often; ties go to lower case. Words in lower case are in it too, since
 * a word that was never seen elsewhere is likely to be a name and keeps its capital (parts of a
 * compound are looked up by themselves); in a line of capitals it is put in lower case.
 * Source: Lita, Ittycheriah, Roukos and Kambhatla 2003, "tRuEcasIng", ACL, section 2.1, the unigram
 * baseline; unlike it we touch doubtful places only. The rule for headlines is ours. */
#ifndef RASSEGNA_TRUECASE_H
#define RASSEGNA_TRUECASE_H

#include "table.h"

/* Rewrites tokens in place. The table outlives the tokens. */
void truecase(const struct table *cases, struct arena *arena, struct span tokens[], size_t n);

enum line_case {
	LINE_PLAIN,
	LINE_UPPER, /* more than half of the words of two letters are in capitals; two at least */
	LINE_TITLE, /* no stop at the end; four words; nine tenths of those of four letters, of
		     * which there are three at least, begin with a capital */
};
enum line_case truecase_line(const struct span tokens[], size_t n);

/* Is the next token where its case says nothing? Start with { .initial = true, .start = true }. */
struct case_walk {
	bool initial, start;
	bool speech; /* after a colon: a quotation mark begins a sentence */
};
bool truecase_initial(struct case_walk *walk, struct span token);

#endif
