/* Tags of HTML as they stand in the page: names, attributes, where raw elements and comments end.
 * Source: WHATWG HTML, 13.2.5 Tokenization; where the page ends too soon, browsers lose the rest
 * of it, and we do not. All pointers are into the page, which ends at `end`. */
#ifndef RASSEGNA_HTML_LEXER_H
#define RASSEGNA_HTML_LEXER_H

#include <gumbo.h>

#include "span.h"

/* The attributes that are of use; the others are passed over. */
enum html_attribute_kind {
	ATTR_CLASS,
	ATTR_ID,
	ATTR_ROLE,
	ATTR_HREF,
	ATTR_STYLE, /* only one that can hide an element */
	ATTR_TYPE,
	ATTR_SIZE,
	ATTR_OTHERS,
	ATTRIBUTES = 19
};

extern const struct span html_attribute_names[ATTRIBUTES];

struct html_tag {
	struct span name;
	GumboTag id; /* <strong> is <b>, <dialog> is <form>: a <div> with a role */
	struct span value[ATTRIBUTES]; /* as written; s is NULL where there is none */
};

bool html_is_blank(char c);
bool html_is_letter(char c);
bool html_is_alnum(char c);

const char *html_find(const char *p, const char *end, char c);   /* from p on, or end */
const char *html_after(const char *p, const char *end);          /* p + 1, but not behind end */
bool html_has(const char *p, const char *end, const char *word); /* at p, in any case */

/* From the name in "<name ...>" to behind the ">"; NULL if there is none. */
const char *html_read_tag(const char *p, const char *end, struct html_tag *tag);

/* The end tag "</name" at p or behind it, or end. */
const char *html_find_end_tag(const char *p, const char *end, const char *name);
/* The same of a script, which may have scripts in comments. */
const char *html_find_script_end(const char *p, const char *end);
/* Behind the comment whose "<!--" stands at p; NULL if it is never closed. */
const char *html_comment_end(const char *p, const char *end);

#endif
