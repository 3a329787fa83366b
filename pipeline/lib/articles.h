/* From an item to the articles in it: decoded, read as what it is, boilerplate dropped, named. */
#ifndef RASSEGNA_ARTICLES_H
#define RASSEGNA_ARTICLES_H

#include "article.h"
#include "boilerplate.h"
#include "format.h"
#include "item.h"

struct articles_options {
	enum format format; /* TEXT to JSON, or UNKNOWN: by what is in it */
	struct span field;  /* of JSON: what holds the text; empty: the usual ones */
	size_t max_bytes;   /* of a page, unpacked */
	bool explain;       /* note verdicts */
	struct boilerplate *boilerplate;
};

struct articles {
	VEC(struct article)
	list;            /* with id, source, url and retrieved (WARC's date); some have no blocks */
	size_t replaced; /* bytes that could not be decoded: U+FFFD stands for each */
	size_t bad_line; /* of what is wrong in XML, or 0 */
	bool passed_over; /* a record of WARC that holds no page: that is no error */
};

/* The source of an article is the name of its item; of several in one (a feed, a message, an
 * array), with #1, #2, ... behind it. 0, or what is wrong: ERR_NUL, ERR_JSON, ERR_XML, ERR_ENTITY,
 * ERR_ROOT (XML of a kind that is not read), ERR_HTML, ERR_WARC, ERR_HTTP, ERR_SIZE, ERR_ICU; the
 * articles that came before it are in the list. */
int articles_read(struct arena *arena, const struct articles_options *options,
		  const struct item *item, struct articles *out);

#endif
