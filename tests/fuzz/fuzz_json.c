/* JSON as others write it, generic and ninjs: whatever the bytes, what comes out is text. The first
 * line, if it does not begin the JSON, names the field. */
#include "fuzz.h"

#include "articles.h"
#include "decode.h"
#include "json.h"
#include "ninjs.h"
#include "status.h"

static void
work(struct span bytes)
{
	struct span text, field = SPAN("");
	size_t n = 0;
	int rc;

	if (decode(&arena, bytes, SPAN(""), &text, &(size_t){ 0 }) < 0)
		return;
	if (text.n > 0 && text.s[0] != '{' && text.s[0] != '[' && span_has(text, '\n'))
		span_cut(&text, '\n', &field);
	rc = json_read(&arena, text, field, check_article, &n);
	CHECK(rc == 0 || (rc == ERR_JSON && n == 0));
	CHECK(ninjs_read(&arena, text, field, check_article, &n) == rc);
}

FUZZ(work)
