/* Lines of web pages that are no part of the article: menus, cookies, newsletters, rights. */
#ifndef RASSEGNA_BOILERPLATE_H
#define RASSEGNA_BOILERPLATE_H

#include "table.h"

struct boilerplate;

/* From rows "class TAB scope TAB regular expression" (ICU's, without case): scope line = the whole
 * line matches, head = the line begins so, any = found in a line of at most 200 characters.
 * ERR_MODEL: a row that is none of these, or an expression that does not compile. */
int boilerplate_open(struct boilerplate **out, const struct table *table);
void boilerplate_close(struct boilerplate *b);

/* Is this line, blanks squeezed, boilerplate? Bullets before it and the form of apostrophes do
 * not matter. */
bool boilerplate_match(struct boilerplate *b, struct arena *arena, struct span line);

#endif
