/* The XML of news agencies, by the IPTC: NITF 3, NewsML-G2 (newsItem, newsMessage) and the NewsML 1
 * before it. */
#ifndef RASSEGNA_NEWSML_H
#define RASSEGNA_NEWSML_H

#include "article.h"

/* Each item with text, NITF or XHTML or plain, is an article: title from the item's headline, else
 * from NITF's hl1, else the item's or NITF's title; standfirst from NITF's hl2 or abstract, or a
 * description that is a summary; author from byline (without "di"), or the creator's name; date:
 * when the content was made, else this version, or NITF's date.issue. Items that refer to others
 * (packageItem) or say something about the world (conceptItem, knowledgeItem) are passed over, and
 * so are those without text in them: pictures.
 *
 * 0, also if no item has text; ERR_XML at *bad_line, the items before it having been given;
 * ERR_ROOT, ERR_ENTITY, ERR_SIZE. */
int newsml_read(struct arena *arena, struct span xml, article_fn *take, void *self,
		size_t *bad_line);

#endif
