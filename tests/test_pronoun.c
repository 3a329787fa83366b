#include "pronoun.h"

#include "models.h"

static struct table kinds;

/* The words in the order that they are read in, and what is fixed as from-to. */
static struct span
read_with(const char *words, struct fixed_list *fixed)
{
	struct source source;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	move_pronouns(&arena, &kinds, &source, fixed);
	for (size_t i = 0; i < source.words.n; i++) {
		const struct source_word *w = &source.words.v[i];
		struct span form = w->sign.n > 0 ? w->sign : w->form;

		buf_printf(&out, "%s%.*s", i > 0 ? " " : "", (int)form.n, form.s);
	}
	for (size_t i = 0; i < fixed->n; i++)
		buf_printf(&out, " %u-%u", fixed->v[i].from, fixed->v[i].to);
	return buf_span(&out);
}

static struct span
read_as(const char *words)
{
	struct fixed_list none = { 0 };

	return read_with(words, &none);
}

#define PRON(person, number) "/x/PRON/Clitic=Yes|Number=" number "|Person=" person
#define HA "ha/avere/AUX/Number=Sing|Person=3|VerbForm=Fin "
#define VISTO "visto/vedere/VERB/VerbForm=Part"
#define VEDE "vede/vedere/VERB/Number=Sing|Person=3|VerbForm=Fin"

static void
test_behind_verb(void **state)
{
	(void)state;
	assert_span(read_as("li" PRON("3", "Plur") " " VEDE " oggi/oggi/ADV"), "vede <li> oggi");
	assert_span(read_as("non/non/ADV lo" PRON("3", "Sing") " " HA "mai/mai/ADV " VISTO),
		    "non ha mai visto <lo>");
	assert_span(read_as("lo" PRON("3", "Sing") " può/potere/AUX/VerbForm=Fin "
						   "vedere/vedere/VERB/VerbForm=Inf"),
		    "può vedere <lo>");
	assert_span(read_as("lo" PRON("3", "Sing") " " VEDE " per/per/ADP"), "vede <lo> per");
}

/* The object is a person's if the verb does that to persons. */
static enum referent
object_of(const char *pronoun, const char *verb)
{
	struct fixed_list none = { 0 };
	struct source source;
	struct buf words = { .arena = &arena };

	buf_printf(&words, "%s" PRON("3", "Sing") " %s", pronoun, verb);
	source_make(&arena, tagged(buf_span(&words).s), &source);
	move_pronouns(&arena, &kinds, &source, &none);
	return source.words.v[source.words.n - 1].referent;
}

static void
test_object(void **state)
{
	(void)state;
	assert_int_equal(object_of("lo", HA "arrestato/arrestare/VERB/VerbForm=Part"), REFERENT_HE);
	assert_int_equal(object_of("l'", HA "arrestata/arrestare/VERB/Gender=Fem|VerbForm=Part"),
			 REFERENT_SHE);
	assert_int_equal(object_of("li", HA "arrestati/arrestare/VERB/VerbForm=Part"),
			 REFERENT_UNKNOWN);
	assert_int_equal(object_of("lo", HA VISTO), REFERENT_UNKNOWN);
}

static void
test_several(void **state)
{
	(void)state;
	assert_span(read_as("me" PRON("1", "Sing") " lo" PRON("3", "Sing") " " HA "detto/dire"
									   "/VERB/VerbForm=Part"),
		    "ha detto <me> <lo>");
}

/* The participle tells whom "l'" stands for. */
static void
test_elided(void **state)
{
	(void)state;
	assert_span(read_as("l'/l'/PRON " HA VISTO), "ha visto <lo>");
	assert_span(read_as("l'/l'/PRON " HA "vista/vedere/VERB/Gender=Fem|VerbForm=Part"),
		    "ha vista <la>");
}

static void
test_none(void **state)
{
	(void)state;
	assert_span(read_as(""), "");
	assert_span(read_as("lo/il/DET stadio/stadio/NOUN"), "lo stadio");
	assert_span(read_as("lo" PRON("3", "Sing")), "lo");
	assert_span(read_as("lo" PRON("3", "Sing") " ieri/ieri/ADV"), "lo ieri");
	assert_span(read_as("ci" PRON("1", "Plur") " sono/essere/VERB/Number=Plur|Person=3"),
		    "ci sono");
	assert_span(read_as("mi" PRON("1", "Sing") " alzo/alzare/VERB/Number=Sing|Person=1|"
						   "VerbForm=Fin"),
		    "mi alzo");
	assert_span(read_as("mi" PRON("1", "Sing") " piace/piacere/VERB/Number=Sing|Person=3|"
						   "VerbForm=Fin"),
		    "mi piace");
}

/* Behind "trarre in arresto", not into it. */
static void
test_fixed(void **state)
{
	struct fixed f[] = { { .from = 2, .to = 5, .sure = true }, { .from = 5, .to = 6 } };
	struct fixed_list fixed = { f, 2, 2 };
	struct fixed own = { .from = 0, .to = 1, .sure = true };
	struct fixed_list taken = { &own, 1, 1 };

	(void)state;
	assert_span(read_with("lo" PRON("3", "Sing") " " HA "tratto/trarre/VERB/VerbForm=Part "
						     "in/in/ADP arresto/arresto/NOUN oggi/oggi/ADV",
			      &fixed),
		    "ha tratto in arresto <lo> oggi 1-4 5-6");
	assert_span(read_with("lo" PRON("3", "Sing") " " VEDE, &taken), "lo vede 0-1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_behind_verb), cmocka_unit_test(test_several),
		cmocka_unit_test(test_elided),      cmocka_unit_test(test_none),
		cmocka_unit_test(test_fixed),       cmocka_unit_test(test_object),
	};

	kinds = real_table("word-kinds");
	return cmocka_run_group_tests(tests, NULL, free_arena);
}
