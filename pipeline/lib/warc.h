/* Web archives: WARC 1.0 and 1.1 (ISO 28500), record by record.
 * Our own reader: libarchive's passes over records without a word, and stops at the first that is
 * damaged. */
#ifndef RASSEGNA_WARC_H
#define RASSEGNA_WARC_H

#include "arena.h"
#include "input.h"

enum { WARC_HEAD_MAX = 1 << 16 }; /* bytes of a record's head; also of its HTTP head */

struct warc {
	struct input *in;
	size_t max_bytes; /* of a record without its head */
	size_t number;    /* of the record last given, from 1 */
	size_t skipped;   /* records passed over: see warc_is_page */
	bool lost;        /* behind damage: look for a head */
	bool over;
};

struct warc_response {
	struct span url, date; /* "2025-06-11T08:30:00Z", when it was fetched */
	struct span charset;   /* as HTTP declares it, or empty */
	struct span body;      /* without chunks, unpacked */
};

void warc_open(struct warc *warc, struct input *in, size_t max_bytes); /* sets in->limit */

/* The next record that may hold an article, whole, good until the next call: 1, or 0 at the end.
 * ERR_SIZE: this record is larger than max_bytes. ERR_WARC, ERR_GZIP: damaged or cut short; reading
 * goes on at the next "WARC/1." at the start of a line, and behind damage of gzip with its next
 * member. What else the input ends with, as ERR_IO. Go on after each. */
int warc_next(struct warc *warc, struct arena *arena, struct span *record);

/* May it hold an article? A response with status 200 and of a type as http_is_page has it; also
 * "resource" and "conversion" of such a type, from the web. Of a record's first bytes, at least
 * 2 * WARC_HEAD_MAX or all. */
bool warc_is_page(struct arena *arena, struct span record);

/* What is in a record: 1, or 0 if it is no page (see above); ERR_WARC, ERR_HTTP, ERR_SIZE. */
int warc_record(struct arena *arena, struct span record, size_t max_bytes,
		struct warc_response *out);

#endif
