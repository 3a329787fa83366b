/* The text of an article as feeds, agencies and databases carry it: HTML, or plain. */
#ifndef RASSEGNA_BODY_H
#define RASSEGNA_BODY_H

#include "article.h"

/* Has it a tag or a character reference? "a < b" and "AT&T" have none. */
bool body_is_html(struct span text);

/* html_fragment, of which only the blocks and fields stay in the arena: its tree may be a hundred
 * times as large, and a feed has many. */
int body_html(struct arena *arena, struct span html, struct article *article);

/* Its blocks, behind those that the article has; plain text by body_paragraphs. 0, or as
 * html_fragment has it. */
int body_read(struct arena *arena, struct span text, struct article *article);

/* A paragraph a line; where empty lines part the text, one between each two of them. */
void body_paragraphs(struct arena *arena, struct span text, struct article *article);

/* A title or summary as one line of text, HTML or plain. */
struct span body_line(struct arena *arena, struct span text);

#endif
