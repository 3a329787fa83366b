/* Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. */
#ifndef RASSEGNA_FEED_H
#define RASSEGNA_FEED_H

#include "article.h"

/* Each entry is an article: its text from content:encoded or Atom's content, else from description
 * or summary, which is the standfirst where both are there and the one does not begin the other;
 * title, date (pubDate, published, dc:date, ..., else updated), author, url. An entry without text
 * is given as well, without blocks.
 *
 * Feeds are often nearly XML: xml_mend makes it XML where that is safe. Where it is none after all
 * the entries before that place have been given: ERR_XML at *bad_line. ERR_ROOT: XML, but no feed.
 * ERR_ENTITY, ERR_SIZE. */
int feed_read(struct arena *arena, struct span xml, article_fn *take, void *self, size_t *bad_line);

#endif
