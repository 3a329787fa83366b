#include "plaintext.h"

#include "helper.h"

static struct boilerplate *patterns;

static int
open_patterns(void **state)
{
	static struct table table;

	(void)state;
	table = real_table("boilerplate");
	return boilerplate_open(&patterns, &table);
}

static int
close_patterns(void **state)
{
	boilerplate_close(patterns);
	return free_arena(state);
}

static struct article
article_of(const char *text)
{
	struct article a = { .explain = true };

	assert_int_equal(plaintext_read(&arena, patterns, span_of(text), &a), 0);
	return a;
}

/* The title and the author, then each block with its type's first letter. */
static struct span
blocks_of(const char *text)
{
	struct buf out = { .arena = &arena };
	struct article a = article_of(text);

	buf_put(&out, article_field(&a, SPAN("title")));
	if (article_field(&a, SPAN("author")).n > 0)
		buf_put(&out, SPAN(" / "));
	buf_put(&out, article_field(&a, SPAN("author")));
	for (size_t i = 0; i < a.blocks.n; i++) {
		buf_printf(&out, " %c:", a.blocks.v[i].type.s[0]);
		buf_put(&out, a.blocks.v[i].text);
	}
	return span_trim(buf_span(&out));
}

#define LONG                                                                                       \
	"Il mercato coperto riapre a maggio dopo due anni di lavori, e le botteghe saranno venti " \
	"come prima della chiusura: lo ha detto il sindaco ai commercianti."
#define AGAIN                                                                                      \
	"I lavori sono costati tre milioni di euro, uno in più del previsto, perché sotto il "   \
	"pavimento c'era una cisterna che nessuno aveva mai segnato sulle carte."

static void
test_text(void **state)
{
	(void)state;
	assert_span(
	    blocks_of("Il mercato coperto riapre a maggio\n\n" LONG "\n\nI conti\n" AGAIN "\n"),
	    "Il mercato coperto riapre a maggio p:" LONG " h:I conti p:" AGAIN);
	assert_span(blocks_of("Aprirà tutto.\nI lavori\nDureranno un anno.\n"),
		    "p:Aprirà tutto. h:I lavori p:Dureranno un anno.");
	/* no line is closed like a sentence: they are the text */
	assert_span(blocks_of("Il mercato coperto riapre\nI lavori\n"),
		    "Il mercato coperto riapre p:I lavori");
	assert_span(blocks_of("Il mercato coperto riapre\n"), "p:Il mercato coperto riapre");
	assert_span(blocks_of(""), "");
	assert_span(blocks_of("\n \n"), "");
	/* without one known line nothing is a menu, nor is a last line without a stop */
	assert_span(
	    blocks_of("Il mercato riapre a maggio\n" LONG "\nVenti botteghe\nDue bar\nUn forno"),
	    "Il mercato riapre a maggio p:" LONG " i:Venti botteghe i:Due bar p:Un forno");
}

static void
test_types(void **state)
{
	(void)state;
	assert_span(
	    blocks_of(LONG "\n- venti botteghe;\n• due bar.\n> «Era ora»\n«Era ora davvero».\n"
			   "Nella foto: il mercato visto dalla piazza\n"
			   "venti botteghe in tutto\n" AGAIN "\n"),
	    "p:" LONG " i:venti botteghe; i:due bar. q:«Era ora» q:«Era ora davvero». "
	    "c:Nella foto: il mercato visto dalla piazza p:venti botteghe in tutto p:" AGAIN);
}

static const char page[] =
    "Vai al contenuto\n"
    "La Voce del Ponte\n"
    "Home\nCronaca\nSport\nCucina e vino\n"
    "Questo sito utilizza i cookie. Accetta\n"
    "Torna la fiera del bestiame\n"
    "LA CITTÀ\n"
    "Il mercato coperto riapre a maggio\n"
    "Venti botteghe come prima della chiusura\n"
    "di Anna Neri\n"
    "11 giugno 2025 | Aggiornato alle 18:42\n"
    "Facebook\nX\nWhatsApp\n"
    "Il mercato coperto in una foto d'epoca (foto d'archivio)\n" LONG "\n"
    "Leggi anche\n"
    "La fiera del bestiame cambia piazza\n"
    "Il forno di via Roma non chiude\n"
    "Quanto costa il pane in città\n" AGAIN "\n"
    "Ingredienti\n350 g di farina\nsale\n" LONG " Davvero.\n"
    "© RIPRODUZIONE RISERVATA\n"
    "Argomenti\nmercato\n"
    "Potrebbe interessarti\n"
    "La fiera del bestiame cambia piazza\n"
    "Tutti i numeri della fiera, bancarella per bancarella.\n"
    "Commenti (2)\n"
    "gino55\n2 ore fa\n"
    "Bellissimo, ma il parcheggio? Quando ero giovane io si andava a piedi e non si "
    "lamentava nessuno, adesso tutti in macchina fino al banco.\n"
    "Rispondi\n"
    "Chi siamo\nContatti\n"
    "Torna su\n";

static void
test_dump(void **state)
{
	(void)state;
	assert_span(blocks_of(page),
		    "Il mercato coperto riapre a maggio / Anna Neri "
		    "p:Venti botteghe come prima della chiusura "
		    "c:Il mercato coperto in una foto d'epoca (foto d'archivio) p:" LONG " p:" AGAIN
		    " i:Ingredienti i:350 g di farina i:sale p:" LONG " Davvero.");
}

/* What became of a line, as "class/rule". */
static struct span
fate_of(const struct article *a, size_t line)
{
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < a->verdicts.n; i++) {
		if (a->verdicts.v[i].line != line)
			continue;
		buf_put(&out, out.n > 0 ? SPAN(" ") : SPAN(""));
		buf_put(&out, a->verdicts.v[i].class);
		buf_putc(&out, '/');
		buf_put(&out, a->verdicts.v[i].rule);
	}
	return buf_span(&out);
}

static void
test_explain(void **state)
{
	struct article a = article_of(page);
	size_t lines = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(page); i++)
		lines += page[i] == '\n';
	assert_int_equal(a.verdicts.n, lines);
	assert_span(article_field(&a, SPAN("standfirst")),
		    "Venti botteghe come prima della chiusura");
	assert_span(fate_of(&a, 2), "beside/neighbours");
	assert_span(fate_of(&a, 10), "title/kept");
	assert_span(fate_of(&a, 12), "author/byline");
	assert_span(fate_of(&a, 13), "date/date line");
	assert_span(fate_of(&a, 18), "paragraph/kept");
	assert_true(span_starts(fate_of(&a, 28), SPAN("end/pattern ")));
	assert_span(fate_of(&a, 30), "end/box at line 28");
	a = article_of("Torna in alto" LONG "\n" AGAIN " Anna Neri © RIPRODUZIONE RISERVATA\n");
	assert_span(fate_of(&a, 1), "nav/glued paragraph/kept");
	assert_span(fate_of(&a, 2), "paragraph/kept end/rights");
	assert_span(article_field(&a, SPAN("author")), "Anna Neri");
	assert_span(a.blocks.v[0].text, LONG);
	assert_span(a.blocks.v[1].text, AGAIN);
}

/* A page whose article is one line, and a page of nothing but furniture. */
static void
test_little(void **state)
{
	(void)state;
	assert_span(blocks_of("Home\nSport\nAccedi\nMenu\nTrovata una cassaforte nel fiume\n" LONG
			      "\nTorna su\nPrivacy\n"),
		    "Trovata una cassaforte nel fiume p:" LONG);
	assert_span(blocks_of("Accedi\nMenu\nTorna su\n"), "");
	assert_span(blocks_of("Accedi\nMenu\nIl ponte\nTorna su\n"), "p:Il ponte");
}

static void
test_known_fields(void **state)
{
	struct article a = { 0 };

	(void)state;
	article_set(&arena, &a, SPAN("title"), SPAN("Di prima"));
	assert_int_equal(
	    plaintext_read(&arena, patterns, SPAN("Il mercato riapre a maggio\nOggi."), &a), 0);
	assert_span(article_field(&a, SPAN("title")), "Di prima");
	assert_int_equal(a.blocks.n, 2);
	assert_int_equal(a.verdicts.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),   cmocka_unit_test(test_types),
		cmocka_unit_test(test_dump),   cmocka_unit_test(test_explain),
		cmocka_unit_test(test_little), cmocka_unit_test(test_known_fields),
	};

	return cmocka_run_group_tests(tests, open_patterns, close_patterns);
}
