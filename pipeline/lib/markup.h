/* What format.c looks at: the root of XML, the tags of HTML, the keys of JSON. Quick looks at UTF-8
 * text that may be anything; the readers parse. */
#ifndef RASSEGNA_MARKUP_H
#define RASSEGNA_MARKUP_H

#include "span.h"

struct markup_root {
	bool declared;       /* <?xml ...?> */
	struct span doctype; /* its name: "html", or empty */
	struct span name;    /* of the first element, without its prefix */
	struct span space;   /* its namespace, or empty */
	struct span tag;     /* all of it, to the > */
};

/* Behind declarations and comments, does an element begin? */
bool markup_root(struct span text, struct markup_root *root);
bool markup_is_html_element(struct span name); /* in any case; also amp-... */
bool markup_has_tags(struct span text);        /* of HTML, more than a text would mention */
/* Does the object that begins here, or the first in an array, have this key, or if it ends in *,
 * one that begins so? Keys of objects inside it do not count. */
bool markup_has_key(struct span json, struct span key);

#endif
