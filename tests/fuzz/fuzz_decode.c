/* Bytes of a file, behind a line with the label that HTTP gave: what comes out is UTF-8 in normal
 * form C, without controls, and dates in it are those of a calendar. */
#include "fuzz.h"

#include "date.h"
#include "decode.h"
#include "repair.h"
#include "status.h"
#include "utf8.h"

static void
check_dates(struct span text)
{
	struct span iso = date_iso(&arena, text);
	struct date date;
	size_t off = 0, n;

	while (date_find(text, &off, &n, &date)) {
		CHECK(n > 0 && off + n <= text.n);
		CHECK(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31);
		CHECK(date.hour >= -1 && date.hour < 24);
		off += n;
	}
	CHECK(iso.n == 0 || span_eq(iso, date_iso(&arena, iso)));
}

static void
work(struct span bytes)
{
	struct span declared = SPAN(""), text, nfc;
	size_t replaced;
	int rc;

	if (span_has(bytes, '\n'))
		span_cut(&bytes, '\n', &declared);
	rc = decode(&arena, bytes, declared, &text, &replaced);
	CHECK(rc == 0 || rc == ERR_NUL);
	if (rc < 0)
		return;
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\0'));
	CHECK(utf8_nfc(&arena, text, &nfc) == 0 && span_eq(text, nfc));
	CHECK(replaced <= bytes.n);
	check_dates(text);
	CHECK(utf8_valid(decode_name(&arena, bytes)));
}

FUZZ(work)
