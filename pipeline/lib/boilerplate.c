#include "boilerplate.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

#include "buf.h"
#include "status.h"
#include "utf8.h"

enum { SHORT_LINE = 200 };

/* All expressions of one scope joined by |, compiled once: the line is matched three times. */
enum scope { SCOPE_LINE, SCOPE_HEAD, SCOPE_ANY, NSCOPES };

struct boilerplate {
	URegularExpression *re[NSCOPES];
};

static enum scope
scope_of(struct span name)
{
	return span_eq(name, SPAN("line"))   ? SCOPE_LINE
	       : span_eq(name, SPAN("head")) ? SCOPE_HEAD
	       : span_eq(name, SPAN("any"))  ? SCOPE_ANY
					     : NSCOPES;
}

static int
collect(const struct table *table, struct buf patterns[NSCOPES])
{
	struct span line = { 0 }, rest, class, name;

	while (table_next(table, &line)) {
		enum scope scope = NSCOPES;

		rest = line;
		if (span_cut(&rest, '\t', &class) && span_cut(&rest, '\t', &name))
			scope = scope_of(name);
		if (scope == NSCOPES || rest.n == 0)
			return ERR_MODEL;
		buf_put(&patterns[scope], patterns[scope].n > 0 ? SPAN("|(?:") : SPAN("(?:"));
		buf_put(&patterns[scope], rest);
		buf_putc(&patterns[scope], ')');
	}
	return 0;
}

static URegularExpression *
compile(struct span pattern)
{
	UErrorCode ec = U_ZERO_ERROR;
	UText *text = utext_openUTF8(NULL, pattern.s, (int64_t)pattern.n, &ec);
	URegularExpression *re = uregex_openUText(text, UREGEX_CASE_INSENSITIVE, NULL, &ec);

	utext_close(text);
	return U_FAILURE(ec) ? NULL : re;
}

int
boilerplate_open(struct boilerplate **out, const struct table *table)
{
	struct arena arena = { .oom = abort };
	struct buf patterns[NSCOPES] = { { .arena = &arena },
					 { .arena = &arena },
					 { .arena = &arena } };
	int rc = collect(table, patterns);

	if ((*out = calloc(1, sizeof(**out))) == NULL)
		return ERR_IO;
	for (int i = 0; rc == 0 && i < NSCOPES; i++)
		if (patterns[i].n > 0 && ((*out)->re[i] = compile(buf_span(&patterns[i]))) == NULL)
			rc = ERR_MODEL;
	arena_free(&arena);
	return rc;
}

void
boilerplate_close(struct boilerplate *b)
{
	if (b == NULL)
		return;
	for (int i = 0; i < NSCOPES; i++)
		uregex_close(b->re[i]);
	free(b);
}

/* Without bullets, with ' for U+2019, in UTF-16 as ICU's matcher wants it. */
static int32_t
prepare(struct arena *arena, struct span line, UChar **wide)
{
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n = 0, from = 0;

	*wide = ARENA_NEW(arena, UChar, line.n + 1);
	u_strFromUTF8(*wide, (int32_t)line.n + 1, &n, line.s, (int32_t)line.n, &ec);
	if (U_FAILURE(ec))
		return 0;
	for (int32_t i = 0; i < n; i++)
		if ((*wide)[i] == 0x2019)
			(*wide)[i] = '\'';
	while (from < n &&
	       u_strchr(u" *-\u2022\u00b7\u25cf\u25aa\u203a\u00bb", (*wide)[from]) != NULL)
		from++;
	*wide += from;
	return n - from;
}

static bool
matches(URegularExpression *re, enum scope scope, const UChar *text, int32_t n)
{
	UErrorCode ec = U_ZERO_ERROR;
	bool hit;

	if (re == NULL)
		return false;
	uregex_setText(re, text, n, &ec);
	hit = scope == SCOPE_LINE   ? uregex_matches(re, -1, &ec)
	      : scope == SCOPE_HEAD ? uregex_lookingAt(re, -1, &ec)
				    : uregex_find(re, -1, &ec);
	return U_SUCCESS(ec) && hit;
}

bool
boilerplate_match(struct boilerplate *b, struct arena *arena, struct span line)
{
	UChar *text;
	int32_t n;

	if (line.n > 4 * SHORT_LINE || utf8_length(line) > SHORT_LINE) /* an article's paragraph */
		return false;
	n = prepare(arena, line, &text);
	for (int i = 0; i < NSCOPES; i++)
		if (matches(b->re[i], (enum scope)i, text, n))
			return true;
	return false;
}
