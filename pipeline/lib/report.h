/* A digest as the bytes of a format: what begins the output, one document after another, what ends
 * it. Several documents make one well-formed file. CoNLL-U is none of them: it is not made of a
 * digest. */
#ifndef RASSEGNA_REPORT_H
#define RASSEGNA_REPORT_H

#include "buf.h"
#include "digest.h"

enum lang { LANG_IT = 1, LANG_EN = 2, LANG_BOTH = 3 };

struct report {
	struct buf *out;
	enum lang lang;          /* of titles and summaries */
	size_t documents, terms; /* written so far */
};

struct report_format {
	const char *name;
	bool quotes;                     /* it shows terms in their sentences: digest_quote */
	void (*begin)(struct report *r); /* NULL: nothing */
	void (*document)(struct report *r, const struct digest *d);
	void (*end)(struct report *r); /* NULL: nothing */
};

const struct report_format *report_format(const char *name); /* NULL: there is none */

/* The next document; the first begins the output. In a digest without English lang is Italian. */
void report_document(const struct report_format *format, struct report *r,
		     const struct digest *digest);
void report_end(const struct report_format *format, struct report *r);

/* ---- for the formats */

/* An article without a title has no other name that would be the same from a file and a pipe. */
/* A date of ISO 8601 for people: "2025-06-11 10:30", without the zone. */
struct span report_date(struct arena *arena, struct span date);
struct span report_title(const struct digest *d, enum lang lang);
/* It says who translated, where that is known: of --via the command without folder and options. */
struct span report_english_heading(const struct report *r, const struct digest *d);

void text_document(struct report *r, const struct digest *d);
void markdown_document(struct report *r, const struct digest *d);
void jsonl_document(struct report *r, const struct digest *d);
void json_document(struct report *r, const struct digest *d);
void json_end(struct report *r);
void tsv_document(struct report *r, const struct digest *d);
void csv_begin(struct report *r);
void csv_document(struct report *r, const struct digest *d);
void tbx_begin(struct report *r);
void tbx_document(struct report *r, const struct digest *d);
void tbx_end(struct report *r);
void tmx_begin(struct report *r);
void tmx_document(struct report *r, const struct digest *d);
void tmx_end(struct report *r);

#endif
