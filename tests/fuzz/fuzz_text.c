/* A file of unknown bytes as extract takes it for plain text: decoded, cut into lines, made into
 * blocks, of which each is UTF-8, in one line and trimmed. */
#include "fuzz.h"

#include "boilerplate.h"
#include "decode.h"
#include "plaintext.h"
#include "utf8.h"

static struct boilerplate *
patterns(void)
{
	static struct boilerplate *b;
	struct table table = { 0 };

	if (b == NULL) {
		open_rows(&table, "c\tline\t(accetta|rifiuta)( tutti)?\nc\thead\tleggi anche\n"
				  "c\tany\t\\bcookie\\b.*\n");
		CHECK(boilerplate_open(&b, &table) == 0);
	}
	return b;
}

static void
check_text(struct span text)
{
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\n') && !span_has(text, '\0'));
	CHECK(span_eq(text, span_trim(text)));
	CHECK(span_eq(text, text_squeeze(&arena, text)));
}

static void
work(struct span bytes)
{
	struct article article = { 0 };
	struct lines lines;
	struct input in;
	struct span rest, text;

	open_bytes(&in, bytes);
	if (input_rest(&in, &rest) == 0 && decode(&arena, rest, &text) == 0) {
		CHECK(utf8_valid(text));
		plaintext_lines(&arena, text, &lines);
		for (size_t i = 0; i < lines.n; i++) {
			check_text(lines.v[i]);
			boilerplate_match(patterns(), &arena, lines.v[i]);
		}
		plaintext_blocks(&arena, &lines, &article);
		for (size_t i = 0; i < article.blocks.n; i++) {
			CHECK(article.blocks.v[i].text.n > 0);
			check_text(article.blocks.v[i].text);
		}
	}
	input_close(&in);
}

FUZZ(work)
