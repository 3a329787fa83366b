/* Markdown to the blocks of an article.
 *
 * Source: CommonMark 0.31.2, and tables as GitHub has them. Read for its text only, so that we
 * differ where it makes no difference to that, or would lose some:
 * - no nesting: a list in a quotation gives items, a paragraph in an item is a paragraph;
 * - indented code is text, since what is indented in an article is hardly ever code; fenced code
 *   goes, as do HTML's tags, comments, scripts and styles, pictures, and definitions of links;
 * - a delimiter of emphasis goes where it has a partner in its paragraph, and code spans are text
 *   without backticks: "tutt* gli attivist*" keeps its asterisks;
 * - cost is linear in the size, whatever the input. libcmark 0.30.2 of Debian 12 is not: 480 KB of
 *   "![[]()" keep it busy for more than twenty seconds. It knows neither tables nor front matter.
 *
 * Lines "key: value" between two lines of --- at the beginning are fields: title, date, author,
 * lang, url (or link, permalink), standfirst (or description, summary, subtitle). */
#ifndef RASSEGNA_MARKDOWN_H
#define RASSEGNA_MARKDOWN_H

#include "article.h"

/* UTF-8 in normal form C. 0; fields that the article has stay as they are. A first heading is the
 * title. */
int markdown_read(struct arena *arena, struct span text, struct article *article);

/* Is it surely Markdown? Front matter, two headings with #, or one that opens it or has a
 * link or emphasis beside it; plain
 * text with lists and asterisks is not. Looks at the first 64 KB. */
bool markdown_sniff(struct span text);

/* A paragraph without its markup: "un [testo](http://x.it) **in grassetto**" */
struct span markdown_inline(struct arena *arena, struct span text);

#endif
