#include "boilerplate.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

#include "prefilter.h"
#include "status.h"
#include "utf8.h"

enum { SHORT_LINE = 200, LONG_LINE = 1000 };

enum scope { SCOPE_LINE, SCOPE_HEAD, SCOPE_ANY, SCOPE_TEXT, NSCOPES };

struct pattern {
	URegularExpression *re;
	enum scope scope;
	struct boilerplate_hit hit;
};

struct boilerplate {
	struct arena arena;
	VEC(struct pattern) patterns;
	struct prefilter *prefilter; /* few lines hold any pattern's words */
};

static enum scope
scope_of(struct span name)
{
	static const struct span names[NSCOPES] = { SPAN("line"), SPAN("head"), SPAN("any"),
						    SPAN("text") };
	int scope = 0;

	while (scope < NSCOPES && !span_eq(name, names[scope]))
		scope++;
	return (enum scope)scope;
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

static int
add_row(struct boilerplate *b, struct span row, struct expression *expression)
{
	struct pattern *p = PUSH(&b->arena, &b->patterns);
	struct span scope;

	if (!span_cut(&row, '\t', &p->hit.class) || !span_cut(&row, '\t', &scope) || row.n == 0)
		return ERR_MODEL;
	p->hit.row = b->patterns.n;
	p->hit.opens = span_ends(scope, SPAN("+"));
	p->hit.hint = span_ends(scope, SPAN("?"));
	scope.n -= p->hit.opens || p->hit.hint;
	p->scope = scope_of(scope);
	p->re = p->scope < NSCOPES ? compile(row) : NULL;
	*expression = (struct expression){ row, p->scope <= SCOPE_HEAD, p->scope == SCOPE_LINE };
	return p->re != NULL ? 0 : ERR_MODEL;
}

int
boilerplate_open(struct boilerplate **out, const struct table *table)
{
	struct boilerplate *b = *out = calloc(1, sizeof(*b));
	VEC(struct expression) expressions = { 0 };
	struct span row = { 0 };

	if (b == NULL)
		return ERR_IO;
	b->arena.oom = abort;
	while (table_next(table, &row)) {
		int rc = add_row(b, row, PUSH(&b->arena, &expressions));

		if (rc < 0)
			return rc;
	}
	b->prefilter = prefilter_make(&b->arena, expressions.n, expressions.v);
	return b->prefilter != NULL ? 0 : ERR_MODEL;
}

void
boilerplate_close(struct boilerplate *b)
{
	if (b == NULL)
		return;
	for (size_t i = 0; i < b->patterns.n; i++)
		uregex_close(b->patterns.v[i].re);
	arena_free(&b->arena);
	free(b);
}

static struct span
without_bullets(struct span line)
{
	static const UChar bullets[] = u" *-[\u2022\u00b7\u25cf\u25aa\u203a\u00bb\u25b6\u2192";
	size_t off = 0, from;
	int32_t c;

	while (from = off, (c = utf8_next(line, &off)) > 0 && c <= 0xFFFF &&
			       u_strchr(bullets, (UChar)c) != NULL)
		;
	return span_from(line, from);
}

/* With ' for U+2019 and plain blanks, in UTF-16 as ICU's matcher wants it. */
static int32_t
prepare(struct arena *arena, struct span line, UChar **wide)
{
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n = 0;

	*wide = ARENA_NEW(arena, UChar, line.n + 1);
	u_strFromUTF8(*wide, (int32_t)line.n + 1, &n, line.s, (int32_t)line.n, &ec);
	if (U_FAILURE(ec))
		return 0;
	for (int32_t i = 0; i < n; i++)
		if ((*wide)[i] == 0x2019)
			(*wide)[i] = '\'';
		else if ((*wide)[i] == 0xA0)
			(*wide)[i] = ' ';
	return n;
}

static bool
matches(const struct pattern *p, const UChar *text, int32_t n)
{
	UErrorCode ec = U_ZERO_ERROR;
	bool hit;

	uregex_setText(p->re, text, n, &ec);
	hit = p->scope == SCOPE_LINE   ? uregex_matches(p->re, -1, &ec)
	      : p->scope == SCOPE_HEAD ? uregex_lookingAt(p->re, -1, &ec)
				       : uregex_find(p->re, -1, &ec);
	return U_SUCCESS(ec) && hit;
}

/* Is it at most that long? In characters; UTF-8 has at most four bytes each. */
static bool
fits(struct span line, size_t most)
{
	return line.n <= most || (line.n <= 4 * most && utf8_length(line) <= most);
}

bool
boilerplate_find(struct boilerplate *b, struct arena *arena, struct span line,
		 struct boilerplate_hit *hit)
{
	struct prefilter_hits can;
	bool small = fits(line, SHORT_LINE), found = false;
	UChar *text = NULL;
	int32_t n = 0;

	line = without_bullets(line);
	if (!fits(line, LONG_LINE) || !prefilter_run(b->prefilter, line, &can))
		return false;
	for (size_t i = 0; i < b->patterns.n; i++) {
		const struct pattern *p = &b->patterns.v[i];

		if ((can.bits[i / 64] >> (i % 64) & 1) == 0 || (!small && p->scope != SCOPE_TEXT))
			continue;
		if (text == NULL)
			n = prepare(arena, line, &text);
		if ((p->hit.hint && found) || !matches(p, text, n))
			continue;
		found = true;
		*hit = p->hit;
		if (!hit->hint)
			break;
	}
	return found;
}

const struct boilerplate_hit *
boilerplate_row(const struct boilerplate *b, size_t row)
{
	return &b->patterns.v[row - 1].hit;
}

bool
boilerplate_match(struct boilerplate *b, struct arena *arena, struct span line)
{
	struct boilerplate_hit hit;

	return boilerplate_find(b, arena, line, &hit) && !hit.hint;
}
