#include "helper.h"

#include "query.h"

static struct table abbreviations, exceptions, stopwords;
static struct stems stems;

static int
open_stems(void **state)
{
	(void)state;
	abbreviations = real_table("abbreviations");
	exceptions = real_table("stem-exceptions");
	stopwords = real_table("stopwords");
	stems.abbreviations = &abbreviations;
	return stemmer_open(&stems.stemmer, &exceptions, &stopwords);
}

static int
close_stems(void **state)
{
	stemmer_close(&stems.stemmer);
	return free_arena(state);
}

/* Parts parted by " | ", terms by a blank: ITALIAN/ENGLISH, with - before those that are negated.
 */
static struct span
shown(const char *text, const struct stems *with)
{
	struct buf out = { .arena = &arena };
	struct query query;
	int rc = query_parse(&arena, with, span_of(text), &query);

	if (rc < 0)
		return rc == ERR_QUERY ? SPAN("ERR_QUERY") : SPAN("ERR_UTF8");
	for (size_t i = 0; i < query.parts.n; i++) {
		buf_put(&out, i > 0 ? SPAN(" |") : SPAN(""));
		for (size_t j = 0; j < query.parts.v[i].terms.n; j++) {
			const struct query_term *t = &query.parts.v[i].terms.v[j];

			buf_put(&out, i + j > 0 ? SPAN(" ") : SPAN(""));
			buf_put(&out, t->negated ? SPAN("-") : SPAN(""));
			buf_put(&out, t->italian);
			buf_putc(&out, '/');
			buf_put(&out, t->english);
		}
	}
	return buf_span(&out);
}
#define assert_query(text, want) assert_span(shown(text, &stems), want)

static void
joins_words_by_and(void **state)
{
	(void)state;
	assert_query("Borghi tasse", "\"borg\"/\"Borghi\" \"tass\"/\"tasse\"");
	assert_query("  borghi AND tasse ", "\"borg\"/\"borghi\" \"tass\"/\"tasse\"");
	assert_query("dell'acqua", "\"acqua\"/\"dell'acqua\"");
}

static void
keeps_phrases_together(void **state)
{
	(void)state;
	assert_query("\"tassa di soggiorno\"", "\"tass soggiorn\"/\"tassa di soggiorno\"");
	assert_query("«tassa di soggiorno» borghi",
		     "\"tass soggiorn\"/\"tassa di soggiorno\" \"borg\"/\"borghi\"");
	assert_query("“i treni", "\"tren\"/\"i treni\"");
	assert_query("borghi\"i treni\"", "\"borg\"/\"borghi\" \"tren\"/\"i treni\"");
}

static void
leaves_out_and_offers_alternatives(void **state)
{
	(void)state;
	assert_query("-tasse borghi", "\"borg\"/\"borghi\" -\"tass\"/\"tasse\"");
	assert_query("borghi NOT tasse", "\"borg\"/\"borghi\" -\"tass\"/\"tasse\"");
	assert_query("borghi -\"i treni\"", "\"borg\"/\"borghi\" -\"tren\"/\"i treni\"");
	assert_query("borghi tasse OR treni",
		     "\"borg\"/\"borghi\" \"tass\"/\"tasse\" | \"tren\"/\"treni\"");
	assert_query("\"OR\" borghi -- -", "\"or\"/\"OR\" \"borg\"/\"borghi\"");
}

static void
drops_what_no_index_has(void **state)
{
	(void)state;
	assert_query("la tassa di borgo", "\"tass\"/\"tassa\" \"borg\"/\"borgo\"");
	assert_query("di la", "/\"di\" /\"la\"");
	assert_span(shown("la tassa", NULL), "/\"la\" /\"tassa\"");
}

static void
gives_signs_no_meaning(void **state)
{
	(void)state;
	assert_query("title:tassa*", "\"titl tass\"/\"title:tassa*\"");
	assert_query("(borghi) + ^ *", "\"borg\"/\"(borghi)\"");
	assert_query("a\tborghi\n", "\"borg\"/\"borghi\"");
	assert_query("2025", "\"2025\"/\"2025\"");
}

static void
refuses_what_looks_for_nothing(void **state)
{
	char many[4 * (QUERY_MAX + 1) + 1] = "";

	(void)state;
	assert_query("", "ERR_QUERY");
	assert_query("\"\"", "ERR_QUERY");
	assert_query("-tasse", "ERR_QUERY");
	assert_query("tasse OR", "ERR_QUERY");
	assert_query("tasse OR -borghi", "ERR_QUERY");
	assert_query("tasse \xff", "ERR_UTF8");
	for (int i = 0; i <= QUERY_MAX; i++)
		strcat(many, "due ");
	assert_query(many, "ERR_QUERY");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_words_by_and),
		cmocka_unit_test(keeps_phrases_together),
		cmocka_unit_test(leaves_out_and_offers_alternatives),
		cmocka_unit_test(drops_what_no_index_has),
		cmocka_unit_test(gives_signs_no_meaning),
		cmocka_unit_test(refuses_what_looks_for_nothing),
	};

	return cmocka_run_group_tests(tests, open_stems, close_stems);
}
