/* The text of a block: tokens and gaps joined give it back, sentences are made of whole tokens, and
 * each form has a key and a stem. */
#include "fuzz.h"

#include "article.h"
#include "decode.h"
#include "sentence.h"
#include "stemmer.h"
#include "utf8.h"

static struct table abbreviations, stopwords, exceptions;
static struct stemmer stemmer;

static void
open_models(void)
{
	if (stemmer.snowball != NULL)
		return;
	open_rows(&abbreviations,
		  "dott.\tnever\necc.\tend\nn.\tnever\ns.p.a.\tend\nserie\tlabel\n");
	open_rows(&stopwords, "il\nl\nla\n");
	open_rows(&exceptions, "uomini\tuom\n");
	CHECK(stemmer_open(&stemmer, &exceptions, &stopwords) == 0);
}

static void
check_joined(struct span text, const struct tokens *tokens)
{
	struct buf joined = { .arena = &arena };

	for (size_t i = 0; i < tokens->n; i++) {
		CHECK(tokens->v[i].form.n > 0);
		buf_put(&joined, tokens->v[i].form);
		buf_put(&joined, tokens->v[i].gap);
	}
	CHECK(span_eq(buf_span(&joined), text));
}

static void
check_sentences(const struct tokens *tokens)
{
	size_t end;

	for (size_t from = 0; from < tokens->n; from = end) {
		end = sentence_end(&arena, &stopwords, tokens, from);
		CHECK(end > from && end <= tokens->n);
	}
}

static void
check_form(struct span form)
{
	CHECK(utf8_valid(form));
	CHECK(utf8_valid(token_key(&arena, form)));
	CHECK(utf8_valid(stemmer_stem(&stemmer, &arena, form)));
}

static void
work(struct span bytes)
{
	struct tokens tokens;
	struct span text;

	open_models();
	if (decode(&arena, bytes, SPAN(""), &text, &(size_t){ 0 }) < 0)
		return;
	text = text_squeeze(&arena, text);
	token_scan(&arena, &abbreviations, text, &tokens);
	check_joined(text, &tokens);
	check_sentences(&tokens);
	for (size_t i = 0; i < tokens.n; i++)
		check_form(tokens.v[i].form);
}

FUZZ(work)
