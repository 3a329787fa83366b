/* Lines of web pages that are no part of the article: menus, cookies, newsletters, rights. */
#ifndef RASSEGNA_BOILERPLATE_H
#define RASSEGNA_BOILERPLATE_H

#include "table.h"

struct boilerplate;

/* From rows "class TAB scope TAB regular expression" (ICU's, without case):
 *   line   the whole line matches, of at most 200 characters
 *   head   the line begins so, at most 200 characters
 *   any    found in a line of at most 200 characters
 *   text   found in a line of at most 1000 characters: dialogues that are whole paragraphs
 * With a + behind the scope ("line+") the line opens a box: headings of links to other articles, of
 * comments, of a form; plaintext_read drops what follows it near the end. With a ? ("line?") it is
 * a hint only, which needs others around it.
 * ERR_MODEL: a row that is none of these, or an expression that does not compile. */
int boilerplate_open(struct boilerplate **out, const struct table *table);
void boilerplate_close(struct boilerplate *b);

struct boilerplate_hit {
	struct span class; /* as long as the table */
	size_t row;        /* of the table, from 1 */
	bool opens, hint;  /* see above */
};

/* The first row that says that this line, blanks squeezed, is boilerplate; a hint if no other does.
 * Bullets before it, the form of apostrophes and no-break spaces do not matter. */
bool boilerplate_find(struct boilerplate *b, struct arena *arena, struct span line,
		      struct boilerplate_hit *hit);
/* A row by its number. */
const struct boilerplate_hit *boilerplate_row(const struct boilerplate *b, size_t row);

/* The same as boilerplate_find, but for hints. */
bool boilerplate_match(struct boilerplate *b, struct arena *arena, struct span line);

#endif
