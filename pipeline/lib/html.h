/* The article of an HTML page of any age: its text as blocks, its title, date and author.
 *
 *   html_outline   the page without what is no text, balanced: gumbo sees no more of it
 *   html_tree      gumbo's tree as an array
 *   html_hints     what class, id and role say
 *   html_meta      JSON-LD, <meta>, the heading that is the title
 *   html_mark      what cannot be the article
 *   html_segment   the text as blocks
 *   html_score     where the article stands
 *   html_clean     what in it is none of it, and the standfirst outside
 *
 * When that gives little, names are believed less; then the blocks are judged by themselves, as
 * jusText does; then the article is what JSON-LD says. Every pass is linear in the page's size. */
#ifndef RASSEGNA_HTML_H
#define RASSEGNA_HTML_H

#include "article.h"

/* Does it look like HTML: a doctype, or one of the tags that begin a page? */
bool html_sniff(struct span head);

/* A whole page, UTF-8 in NFC. Sets title, date, author, standfirst and url, and the blocks;
 * verdicts if article->explain. 0, ERR_SIZE, or ERR_HTML: gumbo gave up, after a word on stderr.
 * Not for threads: SIGABRT is caught meanwhile. */
int html_blocks(struct arena *arena, struct span page, struct article *article);

/* A piece of HTML that is the article, as feeds have it: all blocks but what cannot be text. */
int html_fragment(struct arena *arena, struct span html, struct article *article);

#endif
