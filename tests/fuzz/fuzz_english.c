/* English text: tokens are not empty, have no blank in them and are valid; joined they are valid;
 * so is what truecase makes of them. */
#include "fuzz.h"

#include "decode.h"
#include "english_text.h"
#include "truecase.h"
#include "utf8.h"

static struct table cases;

static void
check_tokens(const struct spans *tokens)
{
	for (size_t i = 0; i < tokens->n; i++) {
		CHECK(tokens->v[i].n > 0 && !span_has(tokens->v[i], ' '));
		CHECK(utf8_valid(tokens->v[i]));
	}
}

/* The plain text is the tokens with blanks between them, but for stops that are given twice. */
static void
check_order(struct span plain, const struct spans *tokens)
{
	for (size_t i = 0; i < tokens->n; i++) {
		struct span token = tokens->v[i];

		while (plain.n > 0 && plain.s[0] == ' ')
			plain = span_from(plain, 1);
		if (span_starts(plain, token))
			plain = span_from(plain, token.n);
		else
			CHECK(span_eq(token, SPAN(".")) && span_ends(tokens->v[i - 1], token));
	}
	CHECK(span_trim(plain).n == 0);
}

static void
work(struct span bytes)
{
	struct spans tokens;
	struct span text;
	size_t replaced;

	if (cases.text.s == NULL)
		open_rows(&cases, "a\ta\t2\t2\nnato\tNATO\t2\t3\nx-y\tX-y\t1\t1\n");
	if (decode(&arena, bytes, SPAN(""), &text, &replaced) < 0)
		return;
	english_tokens(&arena, text, &tokens);
	check_tokens(&tokens);
	check_order(english_plain(&arena, text), &tokens);
	truecase(&cases, &arena, tokens.v, tokens.n);
	check_tokens(&tokens);
	CHECK(utf8_valid(english_join(&arena, tokens.v, tokens.n)));
}

FUZZ(work)
