#include "lexicon.h"

#include "buf.h"
#include "token.h"
#include "utf8.h"

/* Dictionaries call an auxiliary a verb and a numeral an adjective. */
static bool
same_class(struct span class, struct span upos)
{
	return (span_eq(upos, SPAN("AUX")) && span_eq(class, SPAN("VERB"))) ||
	       (span_eq(upos, SPAN("VERB")) && span_eq(class, SPAN("AUX"))) ||
	       (span_eq(upos, SPAN("NUM")) && span_eq(class, SPAN("ADJ")));
}

static bool
is_name(struct span upos)
{
	return span_eq(upos, SPAN("PROPN"));
}

static struct span
find_exact(const struct table *lexicon, struct span key, struct span upos)
{
	struct span fields, class, other = SPAN("");

	if (!table_find(lexicon, key, &fields))
		return other;
	do {
		struct span row = fields;

		if (!span_cut(&row, '\t', &class))
			continue;
		if (span_eq(class, upos))
			return row;
		if (same_class(class, upos) || (other.n == 0 && !is_name(upos)))
			other = row;
	} while (table_again(lexicon, key, &fields));
	return other;
}

struct span
lexicon_exact(const struct table *lexicon, struct span lemma, struct span upos)
{
	struct span fields, class;

	if (!table_find(lexicon, lemma, &fields))
		return SPAN("");
	do {
		struct span row = fields;

		if (span_cut(&row, '\t', &class) && span_eq(class, upos))
			return row;
	} while (table_again(lexicon, lemma, &fields));
	return SPAN("");
}

struct span
lexicon_find(const struct table *lexicon, struct arena *arena, struct span lemma, struct span upos)
{
	struct span found = find_exact(lexicon, lemma, upos);

	if (found.n == 0 && utf8_is_capital(lemma) && !is_name(upos))
		found = find_exact(lexicon, token_key(arena, lemma), upos);
	return found;
}

struct span
lexicon_first(struct span equivalents)
{
	struct span first = SPAN("");

	span_cut(&equivalents, '|', &first);
	return first;
}

/* How the words of an entry may be written in the text, in the order in which they are tried. */
enum reading { AS_FORMS, AS_LOWER_FORMS, AS_LEMMAS, NREADINGS };

static struct span
join(struct arena *arena, struct row *const words[], size_t n, enum reading reading)
{
	struct buf key = { .arena = arena };

	for (size_t i = 0; i < n; i++) {
		struct span word = words[i]->col[reading == AS_LEMMAS ? C_LEMMA : C_FORM];

		if (i > 0 && !span_ends(buf_span(&key), SPAN("'")))
			buf_putc(&key, ' ');
		buf_put(&key, reading == AS_FORMS ? word : token_key(arena, word));
	}
	return buf_span(&key);
}

size_t
lexicon_phrase(const struct table *lexicon, struct arena *arena, struct row *const words[],
	       size_t n, struct span *equivalents)
{
	for (size_t k = n < LEXICON_WORDS ? n : LEXICON_WORDS; k >= 2; k--)
		for (int reading = 0; reading < NREADINGS; reading++) {
			struct span fields, class;

			if (!table_find(lexicon, join(arena, words, k, (enum reading)reading),
					&fields) ||
			    !span_cut(&fields, '\t', &class))
				continue;
			*equivalents = fields;
			return k;
		}
	return 0;
}

struct span
lexicon_pronominal(const struct table *lexicon, struct arena *arena, struct span lemma)
{
	lemma.n -= span_ends(lemma, SPAN("rre")) ? 2 : lemma.n > 0;
	return lexicon_exact(lexicon, arena_concat(arena, lemma, SPAN("si")), SPAN("VERB"));
}

bool
lexicon_is_given_name(const struct table *lexicon, struct span name)
{
	return span_eq(lexicon_first(lexicon_exact(lexicon, name, SPAN("PROPN"))), name);
}
