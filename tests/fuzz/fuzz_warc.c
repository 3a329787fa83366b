/* A web archive, plain or gzip: what comes out of it is no larger than the limit, and is one of the
 * formats. */
#include "fuzz.h"

#include "format.h"
#include "status.h"
#include "utf8.h"
#include "warc.h"

enum { MAX = 1 << 14 };

static void
check_record(struct span record)
{
	struct warc_response page;
	int rc;

	CHECK(span_starts(record, SPAN("WARC/1.")));
	CHECK(warc_is_page(&arena, record));
	rc = warc_record(&arena, record, MAX, &page);
	CHECK(rc == 1 || rc == ERR_HTTP || rc == ERR_SIZE);
	if (rc < 0)
		return;
	CHECK(page.body.n <= MAX);
	if (utf8_valid(page.body))
		CHECK(format_of(page.body) <= FORMAT_JSON);
}

static void
work(struct span bytes)
{
	struct warc_response page;
	struct span record;
	struct input in;
	struct warc warc;
	size_t number = 0;
	int rc;

	open_bytes(&in, bytes);
	warc_open(&warc, &in, MAX);
	while ((rc = warc_next(&warc, &arena, &record)) != 0) {
		CHECK(warc.number > number);
		number = warc.number;
		CHECK(rc == 1 || rc == ERR_SIZE || rc == ERR_GZIP || rc == ERR_WARC);
		if (rc == 1)
			check_record(record);
	}
	input_close(&in);
	warc_record(&arena, bytes, MAX, &page);
}

FUZZ(work)
