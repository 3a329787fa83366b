#include "source.h"

#include "models.h"

/* The forms, parted by a blank. */
static struct span
forms_of(const struct source *source)
{
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < source->words.n; i++) {
		if (i > 0)
			buf_putc(&out, ' ');
		buf_put(&out, source->words.v[i].form);
	}
	return buf_span(&out);
}

static struct source
make(const char *words)
{
	struct source source;

	source_make(&arena, tagged(words), &source);
	return source;
}

static struct span
forms(const char *words)
{
	struct source source = make(words);

	return forms_of(&source);
}

static struct span
reordered(const char *words)
{
	struct source source = make(words);

	source_reorder(&source, NULL);
	return forms_of(&source);
}

static void
test_case_at_start(void **state)
{
	(void)state;
	assert_span(forms("Il/il/DET Ponte/ponte/NOUN"), "il Ponte");
	assert_span(forms("Vallefonda/Vallefonda/PROPN riapre/riaprire/VERB"), "Vallefonda riapre");
	assert_span(forms("ENEA/ENEA/PROPN e/e/CCONJ CNR/CNR/PROPN"), "ENEA e CNR");
	assert_span(forms("ENEA/ENEA/NOUN dice/dire/VERB"), "ENEA dice"); /* an acronym */
	assert_span(forms("È/essere/AUX finita/finire/VERB"), "è finita");
	assert_span(forms("Èa/èa/NOUN bÈa/bèa/NOUN Èa/èa/NOUN"), "èa bÈa Èa");
	assert_span(forms("E/e/CCONJ E/e/CCONJ"), "e E");
	assert_span(forms(""), "");
}

static void
test_case_behind_marks(void **state)
{
	(void)state;
	assert_span(forms("disse/dire/VERB «/«/PUNCT Il/il/DET Ponte/ponte/NOUN »/»/PUNCT"),
		    "disse \" il Ponte \"");
	assert_span(forms("disse/dire/VERB :/:/PUNCT Vado/andare/VERB"), "disse : vado");
	assert_span(forms("(/(/PUNCT Nora/Nora/PROPN )/)/PUNCT"), "( Nora )");
	assert_span(forms("a/a/ADP –/–/PUNCT Il/il/DET"), "a – il");
	assert_span(forms("a/a/ADP ,/,/PUNCT Il/il/DET"), "a , Il"); /* opens nothing */
}

static void
test_quotes(void **state)
{
	(void)state;
	assert_span(forms("«/x/PUNCT a/a/X »/x/PUNCT “/x/PUNCT ”/x/PUNCT „/x/PUNCT ''/x/PUNCT "
			  "``/x/PUNCT \"/x/PUNCT"),
		    "\" a \" \" \" \" \" \" \"");
	assert_span(forms("'/x/PUNCT ’/x/PUNCT"), "' ’");
}

static void
test_spelling(void **state)
{
	(void)state;
	assert_span(forms("una/uno/DET citta'/città/NOUN"), "una città");
	assert_span(forms("la/il/DET Citta'/città/NOUN"), "la Città");
	assert_span(forms("la/il/DET CITTA'/città/NOUN"), "la CITTÀ");
	assert_span(forms("c’/ci/PRON è/essere/AUX l’/il/DET iPhone/iPhone/NOUN"),
		    "c' è l' iPhone");
	assert_span(forms("un/uno/DET po’/poco/ADV"), "un po'");
	assert_span(forms("di/di/ADP D’/D’/PROPN Alema/Alema/PROPN"), "di D' Alema");
}

static void
test_shouted(void **state)
{
	(void)state;
	assert_span(forms("IL/il/DET PONTE/ponte/NOUN DI/di/ADP NORA/Nora/PROPN"),
		    "il ponte di NORA");
	assert_span(forms("il/il/DET PONTE/ponte/NOUN riapre/riaprire/VERB"), "il PONTE riapre");
	assert_span(forms("NATO/NATO/NOUN UE/UE/NOUN"), "NATO UE"); /* two words are no line */
	assert_span(forms("IL/il/DET PONTE/ponte/NOUN RIAPRE/riaprire/VERB A/a/ADP È/essere/AUX"),
		    "il ponte riapre a è");
}

static void
test_numbers(void **state)
{
	(void)state;
	assert_span(forms("1.250/x/NUM 3,5/x/NUM 2024/x/NUM 1.234.567,89/x/NUM"),
		    "1,250 3.5 2024 1,234,567.89");
	assert_span(forms("./././PUNCT ,/,/PUNCT %/%/SYM"), ". , %");
}

/* "alla" is one word of two rows; its tag is that of the first. */
static void
test_ranges(void **state)
{
	struct source s = make("alla>a/a/ADP+la/il/DET casa/casa/NOUN "
			       "dell'>di/di/ADP+l'/il/DET ente/ente/NOUN");

	(void)state;
	assert_span(forms_of(&s), "alla casa dell' ente");
	assert_int_equal(s.words.n, 4);
	assert_int_equal(s.words.v[0].nrows, 2);
	assert_int_equal(s.words.v[1].nrows, 1);
	assert_int_equal(s.words.v[2].nrows, 2);
	assert_span(s.words.v[2].row->col[C_FORM], "di");
	assert_span(s.words.v[2].written, "dell'");
	assert_span(forms("NELLA>IN/in/ADP+LA/il/DET casa/casa/NOUN"), "nella casa");
	assert_span(forms("dal>da/da/ADP+il/il/DET dal>da/da/ADP+il/il/DET"), "dal dal");
}

static void
test_empty_nodes(void **state)
{
	struct sentence *s = tagged("il/il/DET x/x/X ponte/ponte/NOUN");
	struct source source;

	(void)state;
	s->rows.v[1].kind = ROW_EMPTY;
	source_make(&arena, s, &source);
	assert_span(forms_of(&source), "il ponte");
}

static void
test_adjectives(void **state)
{
	(void)state;
	assert_span(reordered("ponte/ponte/NOUN verde/verde/ADJ"), "verde ponte");
	assert_span(
	    reordered("un/uno/DET bel/bello/ADJ ponte/ponte/NOUN verde/verde/ADJ ./././PUNCT"),
	    "un bel verde ponte .");
	assert_span(reordered("politica/politica/NOUN economica/economico/ADJ europea/europeo/ADJ"),
		    "europea economica politica");
	assert_span(reordered("ponte/ponte/NOUN molto/molto/ADV vecchio/vecchio/ADJ"),
		    "molto vecchio ponte");
	assert_span(reordered("ponte/ponte/NOUN non/non/ADV più/più/ADV vecchio/vecchio/ADJ"),
		    "non più vecchio ponte");
	assert_span(
	    reordered("ponte/ponte/NOUN rosso/rosso/ADJ molto/molto/ADV vecchio/vecchio/ADJ"),
	    "molto vecchio rosso ponte");
	assert_span(reordered("ponte/ponte/NOUN non/non/ADV riapre/riaprire/VERB"),
		    "ponte non riapre"); /* an adverb alone */
	assert_span(reordered("Africa/Africa/PROPN australe/australe/ADJ"), "australe Africa");
	assert_span(reordered("a/a/NOUN b/b/ADJ c/c/NOUN d/d/ADJ"), "b a d c");
}

static void
test_coordination(void **state)
{
	(void)state;
	assert_span(
	    reordered("temi/tema/NOUN politici/politico/ADJ ed/e/CCONJ economici/economico/ADJ"),
	    "politici ed economici temi");
	assert_span(reordered("ponte/ponte/NOUN rosso/rosso/ADJ e/e/CCONJ molto/molto/ADV "
			      "vecchio/vecchio/ADJ ./././PUNCT"),
		    "rosso e molto vecchio ponte .");
	assert_span(reordered("ponte/ponte/NOUN rosso/rosso/ADJ e/e/CCONJ strada/strada/NOUN"),
		    "rosso ponte e strada");
	assert_span(reordered("ponte/ponte/NOUN e/e/CCONJ rosso/rosso/ADJ"), "ponte e rosso");
}

static void
test_governing(void **state)
{
	(void)state;
	assert_span(reordered("sala/sala/NOUN piena/pieno/ADJ di/di/ADP gente/gente/NOUN"),
		    "sala piena di gente");
	assert_span(reordered("sala/sala/NOUN piena/pieno/ADJ ./././PUNCT"), "piena sala .");
	assert_span(reordered("sala/sala/NOUN verde/verde/ADJ di/di/ADP gente/gente/NOUN"),
		    "verde sala di gente");
}

static void
test_fixed(void **state)
{
	static const unsigned first[] = { 1, 0, 0, 0 };
	static const unsigned last[] = { 0, 0, 3, 0 };
	static const unsigned apart[] = { 0, 0, 0, 4 };
	static const unsigned two[] = { 1, 1, 3, 0 };
	static const unsigned one[] = { 1, 1, 1, 0 };
	const char *words = "ponte/ponte/NOUN rosso/rosso/ADJ vecchio/vecchio/ADJ ./././PUNCT";
	struct source s = make(words);

	(void)state;
	source_reorder(&s, first);
	assert_span(forms_of(&s), "ponte rosso vecchio .");
	source_reorder(&s, last);
	assert_span(forms_of(&s), "ponte rosso vecchio .");
	source_reorder(&s, two);
	assert_span(forms_of(&s), "ponte rosso vecchio .");
	source_reorder(&s, apart);
	assert_span(forms_of(&s), "vecchio rosso ponte .");
	s = make(words);
	source_reorder(&s, one);
	assert_span(forms_of(&s), "vecchio rosso ponte .");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_case_at_start), cmocka_unit_test(test_case_behind_marks),
		cmocka_unit_test(test_quotes),        cmocka_unit_test(test_spelling),
		cmocka_unit_test(test_shouted),       cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_ranges),        cmocka_unit_test(test_empty_nodes),
		cmocka_unit_test(test_adjectives),    cmocka_unit_test(test_coordination),
		cmocka_unit_test(test_governing),     cmocka_unit_test(test_fixed),
	};

	return RUN(tests);
}
