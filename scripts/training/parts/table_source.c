#include "table_source.h"

#include "cli.h"
#include "lib/input.h"

void
table_source_open(struct table *table, struct arena *arena, const char *path)
{
	struct span source, compiled;
	struct input in;
	int rc;

	*table = (struct table){ 0 };
	if ((rc = input_open(&in, path)) < 0 || (rc = input_rest(&in, &source)) < 0 ||
	    (rc = table_compile(arena, source, &compiled, &in.line)) < 0 ||
	    (rc = table_use(table, compiled)) < 0)
		die_at(&in, rc);
	input_close(&in);
}
