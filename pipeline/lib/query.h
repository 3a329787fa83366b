/* A search query as people write it: words all of which must stand there, "words in quotes" that
 * must stand together, -word or NOT word that must not, and OR between alternatives (it binds
 * weaker than standing side by side: a b OR c is (a and b) or c). AND may be written; brackets
 * and other signs mean nothing.
 *
 * A word may be meant in either language. As Italian it goes through stems_of, like the text in
 * the index; as English it stays as it is, for the index has a stemmer of its own. Where a part of
 * the query has Italian words that are in the index, others (di, la) are left out of it. */
#ifndef RASSEGNA_QUERY_H
#define RASSEGNA_QUERY_H

#include "stems.h"

enum { QUERY_MAX = 64 }; /* words and phrases */

/* A word or phrase, as a string of FTS5's query syntax, quoted: no sign in it has a meaning. */
struct query_term {
	struct span italian; /* empty: nothing that the Italian index has */
	struct span english;
	bool negated;
};

struct query_part {
	VEC(struct query_term) terms; /* those that are negated stand last */
};

struct query {
	VEC(struct query_part) parts; /* one of them must hold */
};

/* stems NULL: the words are English alone. 0, ERR_UTF8, or ERR_QUERY: a part that looks for
 * nothing, or more than QUERY_MAX terms. */
int query_parse(struct arena *arena, const struct stems *stems, struct span text,
		struct query *query);

#endif
