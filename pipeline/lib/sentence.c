#include "sentence.h"

#include <unicode/uchar.h>

#include "utf8.h"

static bool
is_final_char(int32_t c) /* SB: ATerm and STerm */
{
	return c >= 0 && (c == '.' || c == 0x2026 || u_hasBinaryProperty(c, UCHAR_S_TERM));
}

static bool
is_closer_char(int32_t c) /* SB: Close, the closing half */
{
	return c == '"' || c == '\'' || c == 0x2019 || c == 0xBB || c == 0x201D ||
	       (c >= 0 && u_charType(c) == U_END_PUNCTUATION);
}

static bool
is_final(const struct token *t)
{
	return t->kind == TOKEN_ABBR_END ||
	       (t->kind == TOKEN_OTHER && is_final_char(utf8_first(t->form)));
}

static bool
is_closer(const struct token *t)
{
	return t->kind == TOKEN_OTHER && is_closer_char(utf8_first(t->form));
}

static bool
has_gap(const struct token *t)
{
	return t->gap.n > 0;
}

/* "[…] e poi": what was left out of a quotation, at its beginning. */
static bool
is_omission(const struct tokens *tokens, size_t i)
{
	int32_t c = utf8_first(tokens->v[i].form);

	return (c == '[' || c == '(') && i + 2 < tokens->n &&
	       is_final_char(utf8_first(tokens->v[i + 1].form)) && is_closer(&tokens->v[i + 2]);
}

/* The first token from i on that is no opening quote, dash or bracket. */
static size_t
skip_openers(const struct tokens *tokens, size_t i)
{
	while (i < tokens->n && tokens->v[i].kind == TOKEN_OTHER) {
		int32_t c = utf8_first(tokens->v[i].form);

		if (c == ',' || c == ';' || c == ':' || c == ')' || c == ']' || is_final_char(c))
			break;
		i += is_omission(tokens, i) ? 3 : 1;
	}
	return i;
}

/* May a sentence begin at i, after a stop? SB8: not in lower case; SB8a: not with a comma. */
static bool
can_begin(const struct tokens *tokens, size_t i)
{
	int32_t c;

	i = skip_openers(tokens, i);
	if (i == tokens->n || tokens->v[i].kind == TOKEN_OTHER)
		return i == tokens->n;
	c = utf8_first(tokens->v[i].form);
	return !u_islower(c);
}

/* A stop without a blank behind it ends a sentence only where a blank was lost: "2014.Condividi".
 */
static bool
lost_blank(const struct tokens *tokens, size_t i)
{
	const struct token *before = i > 0 ? &tokens->v[i - 1] : NULL, *next = &tokens->v[i + 1];

	return before != NULL && before->kind != TOKEN_OTHER && before->form.n > 2 &&
	       next->kind == TOKEN_WORD && utf8_is_capital(next->form) &&
	       !utf8_is_upper(next->form);
}

/* After S.p.A. or ecc. a capital is a name more often than not, but an article is none. */
static bool
opens_sentence(struct arena *arena, const struct table *stopwords, const struct tokens *tokens,
	       size_t i)
{
	struct span key;

	if (skip_openers(tokens, i) > i)
		return true;
	key = token_key(arena, tokens->v[i].form);
	if (key.n > 1 && key.s[key.n - 1] == '\'')
		key.n--;
	return table_has(stopwords, key);
}

/* "1. Primo punto", "Art. 12. Oneri": a number that would be a sentence of its own is a list's. */
static bool
is_enumerator(const struct tokens *tokens, size_t from, size_t i)
{
	return i == from + 1 && tokens->v[from].kind == TOKEN_NUMBER && tokens->v[from].form.n <= 4;
}

/* "la particella Z. Nel frattempo": after an initial stands a name, or a particle of one (G. De
 * Neri, A. La Rocca), not a word that opens a sentence. */
static bool
is_letter_at_end(struct arena *arena, const struct table *stopwords, const struct tokens *tokens,
		 size_t i)
{
	static const struct span particles[] = { SPAN("la"), SPAN("le"), SPAN("li"), SPAN("lo") };
	const struct token *t = &tokens->v[i], *next = t + 1;
	struct span key;

	if (t->kind != TOKEN_ABBR || t->form.n != 2 || !has_gap(t) || next->kind != TOKEN_WORD)
		return false;
	key = token_key(arena, next->form);
	return !SPAN_AMONG(key, particles) && key.s[0] != 'd' && utf8_is_capital(next->form) &&
	       !utf8_is_upper(next->form) && table_has(stopwords, key);
}

size_t
sentence_end(struct arena *arena, const struct table *stopwords, const struct tokens *tokens,
	     size_t from)
{
	bool has_words = false; /* else "[...]" would be one */

	for (size_t i = from; i + 1 < tokens->n; i++) {
		const struct token *t = &tokens->v[i];
		size_t next = i + 1;

		has_words |= t->kind != TOKEN_OTHER;
		if (is_letter_at_end(arena, stopwords, tokens, i))
			return next;
		if (!has_words || !is_final(t) || is_enumerator(tokens, from, i))
			continue;
		while (next < tokens->n && !has_gap(&tokens->v[next - 1]) &&
		       is_closer(&tokens->v[next]))
			next++;
		if (next == tokens->n)
			return next;
		if (!has_gap(&tokens->v[next - 1]) && (next > i + 1 || !lost_blank(tokens, i)))
			continue;
		if (!can_begin(tokens, next))
			continue;
		if (t->kind == TOKEN_ABBR_END && !opens_sentence(arena, stopwords, tokens, next))
			continue;
		return next;
	}
	return tokens->n;
}

bool
sentence_is_closed(struct span text)
{
	size_t off = text.n;
	int32_t c;

	do
		c = utf8_prev(text, &off);
	while (c >= 0 && (is_closer_char(c) || u_isUWhiteSpace(c)));
	return is_final_char(c);
}
