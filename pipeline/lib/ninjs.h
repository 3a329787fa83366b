/* News in JSON by the IPTC: ninjs 1.0 to 3.0. */
#ifndef RASSEGNA_NINJS_H
#define RASSEGNA_NINJS_H

#include "article.h"

/* An object, or an array of them: title from headline or headlines[], text from body_xhtml,
 * body_html, body_text or any other body_*, or bodies[] (HTML before plain text, the main role
 * before others), standfirst from description_* or descriptions[], author from byline, by or
 * bylines[], date from contentcreated, firstcreated or versioncreated, url from uri if it is one of
 * the web. What is nested in associations is no article. field and errors as in json.h. */
int ninjs_read(struct arena *arena, struct span json, struct span field, article_fn *take,
	       void *self);

#endif
