/* A user's glossary: whatever the bytes, entries are clean text, and each is found in its own
 * words.
 */
#include "fuzz.h"

#include "article.h"
#include "glossary.h"
#include "status.h"
#include "token.h"
#include "utf8.h"

static void
check_text(struct span text)
{
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\n') && !span_has(text, '\t'));
	CHECK(span_eq(text, text_squeeze(&arena, text)));
}

/* The entry or one that goes before it matches the words that its Italian is cut into. */
static void
check_found(const struct glossary *g, const struct glossary_entry *e)
{
	static const struct table no_abbreviations;
	struct tokens tokens;
	struct span *forms;
	struct glossary_match m;

	token_scan(&arena, &no_abbreviations, e->italian, &tokens);
	forms = arena_alloc(&arena, tokens.n, sizeof(*forms));
	for (size_t i = 0; i < tokens.n; i++)
		forms[i] = tokens.v[i].form;
	CHECK(glossary_find(g, &arena, forms, NULL, tokens.n, 0, &m));
	CHECK(m.len == tokens.n && !m.by_lemma);
	for (size_t i = 0; i < tokens.n; i++) /* the words are lemmas of each other */
		if (glossary_find(g, &arena, forms, forms, tokens.n, i, &m))
			CHECK(m.len >= 1 && m.len <= tokens.n - i);
}

static void
work(struct span bytes)
{
	static const struct table no_abbreviations;
	struct glossary_entries entries;
	struct glossary g;
	size_t bad_line;

	if (glossary_read(&arena, bytes, &entries, &bad_line) < 0)
		CHECK(bad_line > 0 || span_starts(bytes, SPAN("\xFF")) ||
		      span_starts(bytes, SPAN("\xFE"))); /* UTF-16 is no text before it has lines */
	glossary_index(&arena, &no_abbreviations, &entries, &g);
	for (size_t i = 0; i < entries.n; i++) {
		const struct glossary_entry *e = &entries.v[i];

		CHECK(e->italian.n > 0 && e->line > 0);
		check_text(e->italian);
		check_text(e->english);
		check_text(e->note);
		CHECK(!span_eq(e->italian, e->english));
		if (entries.n < 100)
			check_found(&g, e);
	}
}

FUZZ(work)
