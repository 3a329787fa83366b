/* What the tests of the readers of several articles share: a place where the articles go. */
#ifndef RASSEGNA_TESTS_READERS_H
#define RASSEGNA_TESTS_READERS_H

#include "article.h"

struct articles {
	struct article v[8];
	size_t n;
};

static inline void
take_article(void *self, struct article *article)
{
	struct articles *articles = self;

	assert_in_range(articles->n, 0, 7);
	articles->v[articles->n++] = *article;
}

#define assert_field(article, key, want)                                                           \
	assert_span_at(article_field(article, SPAN(key)), want, __FILE__, __LINE__)

/* The blocks, each behind its type: "paragraph: Uno | item: due". */
static inline struct span
blocks_of(const struct article *article)
{
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < article->blocks.n; i++) {
		buf_put(&out, i > 0 ? SPAN(" | ") : SPAN(""));
		buf_put(&out, article->blocks.v[i].type);
		buf_put(&out, SPAN(": "));
		buf_put(&out, article->blocks.v[i].text);
	}
	return buf_span(&out);
}

/* open, n times, close, n times: how deep can it nest? */
static inline struct span
nested(const char *head, const char *open, const char *close, const char *tail, size_t n)
{
	struct buf out = { .arena = &arena };

	buf_put(&out, span_of(head));
	for (size_t i = 0; i < n; i++)
		buf_put(&out, span_of(open));
	for (size_t i = 0; i < n; i++)
		buf_put(&out, span_of(close));
	buf_put(&out, span_of(tail));
	return buf_span(&out);
}

#endif
