/* XML by its elements, through expat, for the formats of translators' tools (TBX, TMX) and of news
 * (RSS, Atom, NITF, NewsML-G2). Nothing outside the bytes is ever read: a DOCTYPE may stand there,
 * but what it names is not opened. A document that declares entities of its own is refused; none of
 * these formats needs them, and a few bytes of them can stand for gigabytes. Encodings: UTF-8,
 * UTF-16, ISO-8859-1, US-ASCII; or UTF-8 by decode, whatever the document declares. */
#ifndef RASSEGNA_XML_H
#define RASSEGNA_XML_H

#include "buf.h"

struct xml {
	struct arena *arena;
	void *self; /* the caller's */
	/* An element begins or ends; its name without a namespace prefix. */
	void (*start)(struct xml *xml, struct span name);
	void (*end)(struct xml *xml, struct span name);

	/* The bytes come from decode, and the document is of a kind that people write by hand and
	 * by bad programs: it is mended first, and what follows the root is passed over. */
	bool mended;
	/* For xml_collect_markup: the name that HTML has for an element; "" passes over its tags, a
	 * span of NULL all of it. NULL: as they are. */
	struct span (*html_name)(struct span name);

	struct span prefix; /* of the name at hand, without the colon; may be empty */
	size_t depth;       /* of the element at hand; the root is at 1 */
	bool collecting;    /* add to text what comes between tags */
	size_t markup;      /* the depth of the element whose tags are collected as well, or 0 */
	size_t skipped;     /* the depth of the element in it that is passed over, or 0 */
	bool escaping;      /* what comes between tags is no HTML yet */
	struct buf text;
	const char **attributes; /* of the element that begins: name, value, ..., NULL */
	void *parser;
	int rc;
};

/* 0, or at *bad_line ERR_XML, ERR_ENTITY, ERR_SIZE (2 GiB), or what xml_refuse was given. */
int xml_read(struct xml *xml, struct span bytes, size_t *bad_line);

/* For the callbacks. */
void xml_refuse(struct xml *xml, int rc);                           /* nothing is called after it */
struct span xml_attribute(const struct xml *xml, const char *name); /* empty if it is not there */
void xml_collect(struct xml *xml); /* from here on, in place of what was collected before */
struct span xml_collected(struct xml *xml); /* as text_squeeze has it; ends the collecting */
/* The same as HTML, for what is inside of the element at hand: its elements by their names, without
 * attributes; they are not given to start and end. What comes between the tags is text, or HTML if
 * is_html. Elements deeper than XML_MARKUP_DEPTH lose their tags, not their text. */
enum { XML_MARKUP_DEPTH = 64 };
void xml_collect_markup(struct xml *xml, bool is_html);
/* With the element at hand, and those behind it in its parent. */
void xml_collect_siblings(struct xml *xml, struct span name);
struct span xml_markup(struct xml *xml); /* as it was written; ends the collecting */
size_t xml_line(const struct xml *xml);

/* What makes XML of what is nearly so, without moving a line: named references of HTML as their
 * characters, & and < that begin nothing as text, without characters that XML forbids. */
struct span xml_mend(struct arena *arena, struct span text);

bool xml_sniff(struct span bytes); /* is it XML, in whichever encoding? */

/* The language of the element that begins, by xml:lang or TMX 1.1's lang; empty if it has none. */
struct span xml_language(const struct xml *xml);
/* Is "it-IT", "IT" or "it_IT" of the language "it"? */
bool language_is(struct span tag, const char *language);

/* Text as character data or the value of an attribute: escaped, without what XML 1.0 forbids. */
void xml_escape(struct buf *out, struct span text);

#endif
