#include "rephrase.h"

#include "models.h"

static struct table phrases, kinds;

/* The words as they are read, "~" behind a pronominal verb, "=" before words that stay whole. */
static struct span
read_as(const char *words)
{
	struct source source;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	rephrase(&arena, &phrases, &kinds, &source);
	for (size_t i = 0; i < source.words.n; i++) {
		const struct source_word *w = &source.words.v[i];

		buf_printf(&out, "%s%s%.*s%s", i > 0 ? " " : "", w->whole > 0 ? "=" : "",
			   (int)w->form.n, w->form.s, w->pronominal ? "~" : "");
	}
	return buf_span(&out);
}

#define SI "si/si/PRON "
#define PART "/VERB/Tense=Past|VerbForm=Part"

static void
test_perfect(void **state)
{
	(void)state;
	assert_span(read_as(SI "è/essere/AUX ritirato/ritirare" PART), "ha ritirato~");
	assert_span(read_as(SI "erano/essere/AUX aperte/aprire" PART), "avevano aperte~");
	assert_span(read_as(SI "sono/essere/AUX spente/spegnere" PART), "hanno spente~");
	assert_span(read_as(SI "è/essere/AUX subito/subito/ADV ritirata/ritirare" PART),
		    "ha subito ritirata~");
}

/* The table has "si è svolto" and "si sono incontrati" as they are. */
static void
test_known(void **state)
{
	(void)state;
	assert_span(read_as(SI "è/essere/AUX svolta/svolgere" PART), "=si è svolta");
	assert_span(read_as(SI "è/essere/AUX incontrata/incontrare" PART), "=si sono incontrata");
	assert_span(read_as(SI "era/essere/AUX svolta/svolgere" PART), "aveva svolta~");
}

static void
test_other(void **state)
{
	(void)state;
	assert_span(read_as(""), "");
	assert_span(read_as(SI "è/essere/AUX"), "si è");
	assert_span(read_as(SI "è/essere/AUX soli/solo/ADJ"), "si è soli");
	assert_span(read_as("è/essere/AUX ritirato/ritirare" PART), "è ritirato");
	assert_span(read_as(SI "ritira/ritirare/VERB/VerbForm=Fin"), "si ritira~");
	assert_span(read_as("ritirarsi>ritirar/ritirare/VERB+si/si/PRON"), "ritirarsi~");
	assert_span(read_as("vederla>veder/vedere/VERB+la/lo/PRON"), "vederla");
}

#define FIN "/essere/AUX/Number=Sing|Person=3|VerbForm=Fin "

static void
test_intransitive(void **state)
{
	(void)state;
	assert_span(read_as("era" FIN "già/già/ADV arrivata/arrivare" PART), "aveva già arrivata");
	assert_span(read_as("è" FIN "arrivata/arrivare" PART), "ha arrivata");
	assert_span(read_as("sono" FIN "arrivate/arrivare" PART), "=sono arrivate");
	assert_span(read_as("sono/essere/AUX/Number=Sing|Person=1 arrivata/arrivare" PART),
		    "sono arrivata");
	assert_span(read_as("è" FIN "votata/votare" PART), "è votata");
	assert_span(read_as("è" FIN "già/già/ADV"), "è già");
}

static int
setup(void **state)
{
	(void)state;
	phrases = table_of("si è svolto\tx\nsi sono incontrato\tx\naperto\tx\n"
			   "arrivato\tx\nsono arrivato\tx\n");
	kinds = table_of("arrivare\tessere\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_perfect),
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_other),
		cmocka_unit_test(test_intransitive),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
