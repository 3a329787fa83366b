#include "rows.h"

#include "article.h"
#include "decode.h"
#include "status.h"
#include "utf8.h"

int
rows_open(struct rows *rows, struct arena *arena, struct span bytes)
{
	*rows = (struct rows){ .arena = arena, .rest = bytes };
	if (span_starts(bytes, SPAN("\xFF\xFE")) || span_starts(bytes, SPAN("\xFE\xFF")))
		return decode(arena, bytes, SPAN(""), &rows->rest, &(size_t){ 0 });
	if (span_starts(bytes, SPAN("\xEF\xBB\xBF")))
		rows->rest = span_from(bytes, 3);
	if (rows->rest.n == 0)
		rows->rest = SPAN("");
	return 0;
}

static bool
is_passed_over(struct span line)
{
	return span_starts(line, SPAN("#")) || span_trim(line).n == 0;
}

static int
cut(struct rows *rows, struct span line, struct span column[ROWS_COLUMNS])
{
	if (span_has(line, '\0'))
		return ERR_NUL;
	if (!utf8_valid(line))
		return ERR_UTF8;
	if (!span_has(line, '\t'))
		return ERR_PAIR;
	for (int i = 0; i < ROWS_COLUMNS; i++) {
		column[i] = SPAN("");
		if (span_cut(&line, '\t', &column[i]))
			column[i] = text_squeeze(rows->arena, column[i]);
	}
	return column[0].n > 0 ? 1 : ERR_PAIR;
}

int
rows_next(struct rows *rows, struct span column[ROWS_COLUMNS])
{
	struct span line;

	while (span_cut(&rows->rest, '\n', &line)) {
		rows->line++;
		if (!is_passed_over(line))
			return cut(rows, line, column);
	}
	return 0;
}
