#include "stemmer.h"

#include <libstemmer.h>
#include <unicode/uchar.h>

#include "status.h"
#include "token.h"
#include "utf8.h"

int
stemmer_open(struct stemmer *st, const struct table *exceptions, const struct table *stopwords)
{
	*st = (struct stemmer){ sb_stemmer_new("italian", "UTF_8"), exceptions, stopwords };
	return st->snowball != NULL ? 0 : ERR_MODEL;
}

void
stemmer_close(struct stemmer *st)
{
	if (st->snowball != NULL)
		sb_stemmer_delete(st->snowball);
	*st = (struct stemmer){ 0 };
}

struct span
stemmer_stem(const struct stemmer *st, struct arena *arena, struct span form)
{
	struct span key = token_key(arena, form), stem;
	const sb_symbol *s;

	if (key.n > 0 && key.s[key.n - 1] == '\'')
		key.n--;
	if (!u_isalpha(utf8_first(key)) || utf8_length(key) < 2 || key.n > INT32_MAX ||
	    table_has(st->stopwords, key))
		return SPAN("");
	if (table_find(st->exceptions, key, &stem))
		return stem;
	s = sb_stemmer_stem(st->snowball, (const sb_symbol *)key.s, (int)key.n);
	if (s == NULL)
		arena->oom();
	stem = (struct span){ (const char *)s, (size_t)sb_stemmer_length(st->snowball) };
	return arena_copy(arena, stem);
}
