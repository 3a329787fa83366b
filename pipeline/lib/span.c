#include "span.h"

int
span_cmp(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.s, b.s, n) : 0;

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

bool
span_ends(struct span a, struct span suffix)
{
	return a.n >= suffix.n && span_eq(span_from(a, a.n - suffix.n), suffix);
}

bool
span_among(struct span a, const struct span list[], size_t n)
{
	while (n > 0)
		if (span_eq(a, list[--n]))
			return true;
	return false;
}

bool
span_has(struct span a, char c)
{
	return a.n > 0 && memchr(a.s, c, a.n) != NULL;
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct span
span_trim(struct span a)
{
	while (a.n > 0 && is_blank(a.s[0]))
		a = span_from(a, 1);
	while (a.n > 0 && is_blank(a.s[a.n - 1]))
		a.n--;
	return a;
}

bool
span_cut(struct span *rest, char sep, struct span *head)
{
	const char *at;

	if (rest->s == NULL)
		return false;
	at = rest->n > 0 ? memchr(rest->s, sep, rest->n) : NULL;
	*head = (struct span){ rest->s, at != NULL ? (size_t)(at - rest->s) : rest->n };
	if (at == NULL)
		*rest = (struct span){ NULL, 0 };
	else
		*rest = span_from(*rest, head->n + 1);
	return true;
}

long
span_number(struct span a)
{
	long v = 0;

	if (a.n == 0 || a.n > 9)
		return -1;
	for (size_t i = 0; i < a.n; i++) {
		if (a.s[i] < '0' || a.s[i] > '9')
			return -1;
		v = 10 * v + (a.s[i] - '0');
	}
	return v;
}
