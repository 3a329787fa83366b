#include "boilerplate.h"

#include "helper.h"

static struct boilerplate *
opened(const char *rows)
{
	struct table table = table_of(rows);
	struct boilerplate *b;

	assert_int_equal(boilerplate_open(&b, &table), 0);
	return b;
}

static void
test_scopes(void **state)
{
	struct boilerplate *b = opened("c\tline\taccetta( tutti)?\nc\thead\tleggi anche\n"
				       "c\tany\tdiritti d'autore\n");

	(void)state;
	assert_true(boilerplate_match(b, &arena, SPAN("ACCETTA TUTTI")));
	assert_false(boilerplate_match(b, &arena, SPAN("Accetta tutti i biscotti")));
	assert_true(boilerplate_match(b, &arena, SPAN("• Leggi anche: il ponte")));
	assert_false(boilerplate_match(b, &arena, SPAN("Chi legge, leggi anche il ponte")));
	assert_true(boilerplate_match(b, &arena, SPAN("Sono qui i diritti d’autore.")));
	assert_false(boilerplate_match(b, &arena, SPAN("")));
	boilerplate_close(b);
}

static void
test_long_line(void **state)
{
	struct boilerplate *b = opened("c\tany\tcookie\n");
	struct buf line = { .arena = &arena };

	(void)state;
	buf_put(&line, SPAN("cookie"));
	while (line.n <= 200)
		buf_put(&line, SPAN(" parola"));
	assert_false(boilerplate_match(b, &arena, buf_span(&line)));
	boilerplate_close(b);
}

static void
test_text_scope(void **state)
{
	struct boilerplate *b = opened("c\ttext\tcookie\n");
	struct buf line = { .arena = &arena };

	(void)state;
	buf_put(&line, SPAN("cookie"));
	while (line.n <= 990)
		buf_put(&line, SPAN(" parola"));
	assert_true(boilerplate_match(b, &arena, buf_span(&line)));
	buf_put(&line, SPAN(" e un'altra"));
	assert_false(boilerplate_match(b, &arena, buf_span(&line)));
	boilerplate_close(b);
}

static void
test_hits(void **state)
{
	struct boilerplate *b =
	    opened("a\tline?\tsport.*\nb\tline+\tcommenti\nc\tline\tsport oggi\n");
	struct boilerplate_hit hit;

	(void)state;
	assert_true(boilerplate_find(b, &arena, SPAN("Sport e altro"), &hit));
	assert_true(hit.hint && !hit.opens);
	assert_int_equal(hit.row, 1);
	assert_false(boilerplate_match(b, &arena, SPAN("Sport e altro")));
	/* a hint gives way to a row that is none */
	assert_true(boilerplate_find(b, &arena, SPAN("Sport\xC2\xA0oggi"), &hit));
	assert_int_equal(hit.row, 3);
	assert_true(boilerplate_find(b, &arena, SPAN("» Commenti"), &hit));
	assert_true(hit.opens && !hit.hint);
	assert_span(boilerplate_row(b, 2)->class, "b");
	boilerplate_close(b);
}

/* The table that we ship: lines as pages have them, and sentences with the same words. */
static void
test_shipped(void **state)
{
	static const char *const junk[] = {
		"Accetta tutti",
		"Gestisci le mie preferenze",
		"Torna su",
		"Home › Sport › Nuoto",
		"Condividi: Facebook X WhatsApp",
		"3 minuti di lettura",
		"Rispondi · Mi piace (4)",
		"Iscriviti alla nostra newsletter",
		"Leggi anche: Il ponte riapre",
		"I più letti",
		"Altre notizie di nuoto",
		"P.Iva 00000000000",
		"© 2025 La Voce del Ponte",
		"Riproduzione riservata",
		"Stai usando un browser vecchio",
		"4 commenti:",
		"Noi e i nostri 312 partner conserviamo dei cookie e altri dati.",
		"Puoi rifiutare o modificare in ogni momento le tue scelte sui cookie.",
		"Per continuare a leggere scegli un abbonamento.",
		"Cronaca | Politica | Sport",
	};
	static const char *const text[] = {
		"Il garante ha multato il sito: usava i cookie senza chiederlo a nessuno.",
		"L'articolo 3 della legge non cambia.",
		"Il ponte riapre alle 10.",
		"La società ha sede legale a Trento e paga 1.200 euro al mese di affitto.",
		"Ha commentato la notizia in piazza.",
		"Il tribunale di Trento ha deciso ieri.",
		"Per continuare a correre serve allenarsi.",
		"Foto di gruppo con il sindaco",
		"Chi ha già un abbonamento non paga.",
		"La redazione del piano è finita.",
	};
	struct table table = real_table("boilerplate");
	struct boilerplate *b;

	(void)state;
	assert_int_equal(boilerplate_open(&b, &table), 0);
	for (size_t i = 0; i < sizeof(junk) / sizeof(junk[0]); i++)
		if (!boilerplate_match(b, &arena, span_of(junk[i])))
			fail_msg("no boilerplate: %s", junk[i]);
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		if (boilerplate_match(b, &arena, span_of(text[i])))
			fail_msg("boilerplate: %s", text[i]);
	boilerplate_close(b);
}

static void
test_bad_rows(void **state)
{
	static const char *const bad[] = { "c\n", "c\tline\n", "c\tsomewhere\tx\n",
					   "c\tline\t(x\n" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct table table = table_of(bad[i]);
		struct boilerplate *b;

		assert_int_equal(boilerplate_open(&b, &table), ERR_MODEL);
		boilerplate_close(b);
	}
	boilerplate_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scopes),     cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_text_scope), cmocka_unit_test(test_hits),
		cmocka_unit_test(test_shipped),    cmocka_unit_test(test_bad_rows),
	};

	return RUN(tests);
}
