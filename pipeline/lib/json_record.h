/* How an article stands in a JSON object: a part of json.h and ninjs.h. */
#ifndef RASSEGNA_JSON_RECORD_H
#define RASSEGNA_JSON_RECORD_H

#include <jansson.h>

#include "article.h"

/* Keys in the order in which they are asked, to a NULL; "body_*" stands for all that begin so. */
struct record_keys {
	const char *const *text, *const *title, *const *standfirst, *const *date, *const *author,
										      *const *url;
	bool keeps_others; /* short strings and numbers become fields of their own */
};

void record_read(struct arena *arena, const json_t *record, const struct record_keys *keys,
		 struct span field, struct article *article);

/* Is there a text under one of the keys, or under field? */
bool record_has_text(struct arena *arena, const json_t *record, const struct record_keys *keys,
		     struct span field);

/* The records of a document: those of an array, or of an array that an object has in place of a
 * text. 0 or ERR_JSON. */
int records_read(struct arena *arena, struct span json, const struct record_keys *keys,
		 struct span field, article_fn *take, void *self);

#endif
