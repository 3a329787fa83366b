/* What the fuzz targets of readers check of each article. */
#ifndef RASSEGNA_FUZZ_ARTICLES_H
#define RASSEGNA_FUZZ_ARTICLES_H

#include "article.h"
#include "decode.h"
#include "repair.h"
#include "utf8.h"

static inline void
check_line(struct span text)
{
	CHECK(text.n > 0);
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\n') && !span_has(text, '\0'));
}

static inline void
check_article(void *self, struct article *article)
{
	struct span printed;
	struct article again;

	++*(size_t *)self;
	for (size_t i = 0; i < article->fields.n; i++)
		check_line(article->fields.v[i].value);
	for (size_t i = 0; i < article->blocks.n; i++) {
		check_line(article->blocks.v[i].text);
		CHECK(span_eq(article->blocks.v[i].text,
			      text_squeeze(&arena, article->blocks.v[i].text)));
	}
	CHECK(utf8_valid(article->text));
	CHECK(!span_has(article->id, ' '));
	printed = article_print(&arena, article);
	CHECK(article_parse(&arena, printed, &again) == 0);
	CHECK(again.blocks.n == article->blocks.n);
}

static inline void
check_and_repair(void *self, struct article *article)
{
	check_article(self, article);
	repair_article(&arena, article);
	check_article(self, article);
}

typedef int xml_reader(struct arena *arena, struct span xml, article_fn *take, void *self,
		       size_t *bad_line);

/* Whatever the bytes, what comes out of their items is text. */
static inline void
check_reader(xml_reader *read, struct span bytes)
{
	size_t bad_line = 0, n = 0;
	struct span text;

	if (decode(&arena, bytes, SPAN(""), &text, &(size_t){ 0 }) < 0)
		return;
	if (read(&arena, text, check_and_repair, &n, &bad_line) < 0)
		CHECK(bad_line > 0);
}

#endif
