/* Blocks of a page told from its boilerplate by their length, their links, how many function words
 * they have, and their neighbours: running text is full of function words, menus have none, and
 * good blocks stand together.
 *
 * Source: Pomikalek 2011, "Removing Boilerplate and Duplicate Content from Web Corpora", PhD
 * thesis, Masaryk University, chapter 3; the rules are those of jusText 3.0.2. Ours differ so:
 * - Function words are Italian ones of our own, the 150 most frequent, not a list of 569. A word
 *   counts without the punctuation at its ends, and an elided one by what stands before its
 *   apostrophe ("che,", "dell'arte"); jusText knows neither. Paragraphs of news have 49 % of them
 *   so (first percentile 31 %), English ones 5 %: thresholds of .30 and .32 stand as they are.
 * - A page's form controls are not seen here: leave the text of <select> out of the blocks.
 * - Neighbours are found in one pass each way: the cost is linear. */
#ifndef RASSEGNA_JUSTEXT_H
#define RASSEGNA_JUSTEXT_H

#include "arena.h"

enum justext_class { JUSTEXT_BAD, JUSTEXT_SHORT, JUSTEXT_NEARGOOD, JUSTEXT_GOOD };

struct justext_block {
	struct span text;         /* white space squeezed */
	size_t link_chars;        /* characters of it that stand in links */
	bool heading;             /* of <h1> to <h6> */
	enum justext_class alone; /* out: from the block itself */
	enum justext_class class; /* out: with its neighbours, BAD or GOOD */
};

/* Lengths are characters. */
struct justext {
	double max_link_density, stopwords_low, stopwords_high;
	size_t length_low, length_high, max_heading_distance;
};

/* jusText's own: .2, .30, .32, 70, 200, 200. */
extern const struct justext justext_default;

/* Classify n blocks in the order of the page. */
void justext(struct arena *arena, const struct justext *parameters, size_t n,
	     struct justext_block v[]);

/* The share of function words among the words of a text, 0 of none. */
double justext_stopwords(struct span text);

#endif
