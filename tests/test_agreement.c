#include "agreement.h"

#include "candidates.h"

#define LM "# ngrams 1 3\n\t80 <unk> <s>\n\t16 </s>\n"

/* What speaks against English words as the translation of all of the Italian ones; sign: the first
 * is one for a subject. */
static const struct candidate *
counted(const char *english, const char *words, bool sign)
{
	struct source source;
	struct candidates c;
	struct candidate *x;

	source_make(&arena, tagged(words), &source);
	if (sign)
		source.words.v[0].needed = true;
	c = new_candidates(source.words.n);
	x = candidate_add(&c, 0, (unsigned)source.words.n, span_of(english), FROM_TABLE);
	candidate_done(&c, x);
	count_disagreement(&c, &source);
	return x;
}

static int
against(const char *english, const char *words)
{
	return (int)counted(english, words, false)->value[F_AGREEMENT];
}

static int
lacks_subject(const char *english, const char *sign)
{
	return (int)counted(english, sign, true)->value[F_NO_SUBJECT];
}

#define FUTURE "fisserà/fissare/VERB/Tense=Fut|VerbForm=Fin"
#define CONDITIONAL "fisserebbe/fissare/VERB/Mood=Cnd|Tense=Pres|VerbForm=Fin"
#define THIRD "sono/essere/AUX/Number=Plur|Person=3|VerbForm=Fin"
#define FIRST "sono/essere/AUX/Number=Sing|Person=1|VerbForm=Fin"

#define ASKED_FOR "chiesto/chiedere/VERB/Tense=Past|VerbForm=Part"
#define ASKED "avevano/avere/AUX/VerbForm=Fin " ASKED_FOR

static void
test_tenses(void **state)
{
	(void)state;
	assert_int_equal(against("fix", FUTURE), -1);
	assert_int_equal(against("will fix", FUTURE), 0);
	assert_int_equal(against("it 'll fix", FUTURE), 0);
	assert_int_equal(against("fixes", CONDITIONAL), -1);
	assert_int_equal(against("would fix", CONDITIONAL), 0);
	assert_int_equal(against("fix and see", FUTURE " e/e/CCONJ " FUTURE), -2);
	assert_int_equal(against("fix", "fissa/fissare/VERB/Tense=Pres|VerbForm=Fin"), 0);
	assert_int_equal(against("", FUTURE), -1);
}

static void
test_auxiliaries(void **state)
{
	(void)state;
	assert_true(needs_auxiliary(&tagged(FUTURE)->rows.v[0]));
	assert_true(needs_auxiliary(&tagged(CONDITIONAL)->rows.v[0]));
	assert_false(needs_auxiliary(&tagged("fissa/fissare/VERB/Tense=Pres")->rows.v[0]));
}

static void
test_persons(void **state)
{
	(void)state;
	assert_int_equal(against("I 'm here", THIRD " qui/qui/ADV"), -1);
	assert_int_equal(against("are here", THIRD " qui/qui/ADV"), 0);
	assert_int_equal(against("I 'm here", FIRST " qui/qui/ADV"), 0);
	assert_int_equal(against("had", "avevano/avere/AUX/Number=Plur|Person=3|VerbForm=Fin"), 0);
	assert_int_equal(against("there are", "ne/ne/PRON hanno/avere/AUX"), 0);
	/* the sign for a subject stands for the verb */
	assert_int_equal(against("I", THIRD), -1);
}

/* Four times as bad as a wrong tense. */
static void
test_voice(void **state)
{
	(void)state;
	assert_int_equal(against("were", "avevano/avere/AUX/VerbForm=Fin"), -4);
	assert_int_equal(against("were asked", ASKED), -4);
	assert_int_equal(against("had asked", ASKED), 0);
	assert_int_equal(against("were asking", ASKED), 0);
	assert_int_equal(against("they were afraid", "avevano/avere/VERB paura/paura/NOUN"), 0);
	assert_int_equal(against("were asked", "erano/essere/AUX " ASKED_FOR), 0);
}

static void
test_subjects(void **state)
{
	(void)state;
	assert_int_equal(lacks_subject("won", THIRD), 1);
	assert_int_equal(lacks_subject("he won", THIRD), 0);
	assert_int_equal(lacks_subject("there 's", THIRD), 0);
	assert_int_equal(lacks_subject("I 'm", FIRST), 0);
	assert_int_equal(lacks_subject("he 's", FIRST), 1);
	assert_int_equal(lacks_subject("we go", "<1p>/andare/VERB/Number=Plur|Person=1"), 0);
	assert_int_equal(lacks_subject("go", "<2s>/andare/VERB/Number=Sing|Person=2"), 1);
	assert_int_equal(lacks_subject("", THIRD), 1);
}

/* referent: of the first word; sign: that is one for a subject. */
static int
wrong(const char *english, const char *words, enum referent referent, bool sign)
{
	struct source source;
	struct candidates c;
	struct candidate *x;

	source_make(&arena, tagged(words), &source);
	source.words.v[0].referent = referent;
	if (sign)
		source.words.v[0].nrows = 0;
	c = new_candidates(source.words.n);
	x = candidate_add(&c, 0, (unsigned)source.words.n, span_of(english), FROM_TABLE);
	candidate_done(&c, x);
	count_disagreement(&c, &source);
	return (int)x->value[F_REFERENT];
}

#define WHO "che/che/PRON/PronType=Rel"

#define HIT "colpirla>colpir/colpire/VERB+la/la/PRON"

static void
test_referents(void **state)
{
	(void)state;
	assert_int_equal(wrong("which", WHO, REFERENT_SHE, false), 1);
	assert_int_equal(wrong("who", WHO, REFERENT_PERSON, false), 0);
	assert_int_equal(wrong("who", WHO, REFERENT_THING, false), 1);
	assert_int_equal(wrong("which", WHO, REFERENT_UNKNOWN, false), 0);
	assert_int_equal(wrong("he", WHO, REFERENT_UNKNOWN, false), 1);
	assert_int_equal(wrong("he who", WHO, REFERENT_UNKNOWN, false), 0);
	assert_int_equal(wrong("which", "quale/quale/DET", REFERENT_HE, false), 0);
	assert_int_equal(wrong("it won", THIRD, REFERENT_PERSON, true), 1);
	assert_int_equal(wrong("he won", THIRD, REFERENT_PERSON, true), 0);
	assert_int_equal(wrong("he won", THIRD, REFERENT_SHE, true), 1);
	assert_int_equal(wrong("she won", THIRD, REFERENT_HE, true), 1);
	assert_int_equal(wrong("she won", THIRD, REFERENT_THING, true), 1);
	assert_int_equal(wrong("it won", THIRD, REFERENT_UNKNOWN, true), 0);
}

static void
test_objects(void **state)
{
	(void)state;
	assert_int_equal(wrong("hit it", HIT, REFERENT_SHE, false), 1);
	assert_int_equal(wrong("hit him", HIT, REFERENT_SHE, false), 1);
	assert_int_equal(wrong("hit her", HIT, REFERENT_SHE, false), 0);
	assert_int_equal(wrong("hit it", HIT, REFERENT_HE, false), 1);
	assert_int_equal(wrong("hit it", HIT, REFERENT_UNKNOWN, false), 0);
}

static int
lacks_preposition(const char *english, const char *words)
{
	return (int)counted(english, words, false)->value[F_NO_PREPOSITION];
}

#define OF_THE "del>di/di/ADP+il/il/DET"

static void
test_prepositions(void **state)
{
	(void)state;
	assert_int_equal(lacks_preposition("life", "vita/vita/NOUN di/di/ADP"), 1);
	assert_int_equal(lacks_preposition("the left", OF_THE " sinistro/sinistro/ADJ"), 1);
	assert_int_equal(lacks_preposition("the", OF_THE), 1);
	assert_int_equal(lacks_preposition("life of", "vita/vita/NOUN di/di/ADP"), 0);
	assert_int_equal(lacks_preposition("than", OF_THE), 0);
	assert_int_equal(lacks_preposition("foreign minister",
					   "ministro/ministro/NOUN " OF_THE " esteri/estero/NOUN"),
			 0);
	assert_int_equal(lacks_preposition("go", "andare/andare/VERB a/a/ADP"), 1);
	assert_int_equal(lacks_preposition("help", "a/a/ADP aiutare/aiutare/VERB"), 0);
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tenses),      cmocka_unit_test(test_persons),
		cmocka_unit_test(test_auxiliaries), cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_referents),   cmocka_unit_test(test_objects),
		cmocka_unit_test(test_voice),       cmocka_unit_test(test_prepositions),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
