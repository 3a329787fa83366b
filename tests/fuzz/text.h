/* What the targets that read text share: bytes as the decoder would leave them, and what must hold
 * of a text that comes out. */
#ifndef RASSEGNA_FUZZ_TEXT_H
#define RASSEGNA_FUZZ_TEXT_H

#include "article.h"
#include "fuzz.h"
#include "utf8.h"

/* UTF-8 in normal form C: a blank for every byte that is none, and for NUL. */
static inline struct span
text_of(struct span bytes)
{
	struct span text = arena_copy(&arena, bytes);
	size_t off = 0, from;

	while (from = off, off < text.n)
		if (utf8_next(text, &off) <= 0)
			memset((char *)text.s + from, ' ', off - from);
	utf8_nfc(&arena, text, &text);
	return text;
}

static inline void
check_text(struct span text)
{
	CHECK(text.n > 0);
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\n') && !span_has(text, '\0'));
	CHECK(span_eq(text, text_squeeze(&arena, text)));
}

static inline void
check_article(const struct article *article)
{
	for (size_t i = 0; i < article->fields.n; i++)
		check_text(article->fields.v[i].value);
	for (size_t i = 0; i < article->blocks.n; i++)
		check_text(article->blocks.v[i].text);
	for (size_t i = 0; i < article->verdicts.n; i++) {
		const struct verdict *v = &article->verdicts.v[i];

		CHECK(v->line > 0 && v->class.n > 0 && v->rule.n > 0);
		CHECK(i == 0 || v->line >= v[-1].line);
		CHECK(utf8_valid(v->text));
	}
}

#endif
