/* The formats that are read, told apart by what stands in them. */
#ifndef RASSEGNA_FORMAT_H
#define RASSEGNA_FORMAT_H

#include "span.h"

enum format {
	FORMAT_UNKNOWN, /* not told yet; or XML of a kind that is not read */
	FORMAT_TEXT,
	FORMAT_MARKDOWN,
	FORMAT_HTML,
	FORMAT_FEED, /* RSS, Atom */
	FORMAT_NITF,
	FORMAT_NEWSML, /* NewsML-G2, an item or a message */
	FORMAT_NINJS,
	FORMAT_JSON,
	FORMAT_JSONL, /* from here on: they hold items */
	FORMAT_WARC,
	FORMAT_TAR,
	FORMAT_ZIP,
};

/* By name, as --format has it: "text", "markdown", ...; FORMAT_UNKNOWN if it is none. */
enum format format_named(struct span name);

/* TAR, ZIP or WARC by the first FORMAT_HEAD bytes, fewer if there are no more; else UNKNOWN. */
enum { FORMAT_HEAD = 512 };
enum format format_of_head(struct span head);
bool
format_is_object(struct span head); /* does a JSON object begin here? white space passed over */

/* The format of a document, in UTF-8: TEXT to JSON, or UNKNOWN. By the root of XML (its local name
 * and the namespace), the keys of JSON (ninjs has "uri" and a headline or body), the tags of HTML,
 * also without a head; Markdown only by signs that plain text does not have. */
enum format format_of(struct span text);

#endif
