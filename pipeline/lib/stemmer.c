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

/* "operazione", "operatore" and "operativo" are other words than "operare": of a form with a suffix
 * that makes a new word only the inflection is cut off. Snowball's step 1 cuts off both, and so
 * takes words for each other that only have a root in common. */
static bool
stem_derived(struct arena *arena, struct span key, struct span *stem)
{
	static const struct {
		struct span ending, kept;
	} derived[] = {
		{ SPAN("zione"), SPAN("zion") },   { SPAN("zioni"), SPAN("zion") },
		{ SPAN("tore"), SPAN("tor") },     { SPAN("tori"), SPAN("tor") },
		{ SPAN("trice"), SPAN("tor") },    { SPAN("trici"), SPAN("tor") },
		{ SPAN("sore"), SPAN("sor") },     { SPAN("sori"), SPAN("sor") },
		{ SPAN("amento"), SPAN("ament") }, { SPAN("amenti"), SPAN("ament") },
		{ SPAN("imento"), SPAN("iment") }, { SPAN("imenti"), SPAN("iment") },
		{ SPAN("ità"), SPAN("ità") },      { SPAN("bile"), SPAN("bil") },
		{ SPAN("bili"), SPAN("bil") },     { SPAN("ivo"), SPAN("iv") },
		{ SPAN("iva"), SPAN("iv") },       { SPAN("ivi"), SPAN("iv") },
		{ SPAN("ive"), SPAN("iv") },       { SPAN("ante"), SPAN("ant") },
		{ SPAN("anti"), SPAN("ant") },     { SPAN("ente"), SPAN("ent") },
		{ SPAN("enti"), SPAN("ent") },     { SPAN("anza"), SPAN("anz") },
		{ SPAN("anze"), SPAN("anz") },     { SPAN("enza"), SPAN("enz") },
		{ SPAN("enze"), SPAN("enz") },
	};

	if (span_ends(key, SPAN("mente"))) /* an adverb is its adjective */
		return false;
	for (size_t i = 0; i < sizeof(derived) / sizeof(derived[0]); i++)
		if (span_ends(key, derived[i].ending)) {
			key.n -= derived[i].ending.n;
			*stem = arena_concat(arena, key, derived[i].kept);
			return true;
		}
	return false;
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
	if (table_find(st->exceptions, key, &stem) || stem_derived(arena, key, &stem))
		return stem;
	s = sb_stemmer_stem(st->snowball, (const sb_symbol *)key.s, (int)key.n);
	if (s == NULL)
		arena->oom();
	stem = (struct span){ (const char *)s, (size_t)sb_stemmer_length(st->snowball) };
	return arena_copy(arena, stem);
}
