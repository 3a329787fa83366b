/* XML by its elements, through expat, for the formats of translators' tools (TBX, TMX). Nothing
 * outside the bytes is ever read: a DOCTYPE may stand there, but what it names is not opened. A
 * document that declares entities of its own is refused; none of these formats needs them, and a
 * few bytes of them can stand for gigabytes. Encodings: UTF-8, UTF-16, ISO-8859-1, US-ASCII. */
#ifndef RASSEGNA_XML_H
#define RASSEGNA_XML_H

#include "buf.h"

struct xml {
	struct arena *arena;
	void *self; /* the caller's */
	/* An element begins or ends; its name without a namespace prefix. */
	void (*start)(struct xml *xml, struct span name);
	void (*end)(struct xml *xml, struct span name);

	size_t depth;    /* of the element at hand; the root is at 1 */
	bool collecting; /* add to text what comes between tags */
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
size_t xml_line(const struct xml *xml);

bool xml_sniff(struct span bytes); /* is it XML, in whichever encoding? */

/* The language of the element that begins, by xml:lang or TMX 1.1's lang; empty if it has none. */
struct span xml_language(const struct xml *xml);
/* Is "it-IT", "IT" or "it_IT" of the language "it"? */
bool language_is(struct span tag, const char *language);

/* Text as character data or the value of an attribute: escaped, without what XML 1.0 forbids. */
void xml_escape(struct buf *out, struct span text);

#endif
