#include "repair.h"

#include "helper.h"

static void
expect(const char *text, const char *want)
{
	assert_span(repair(&arena, span_of(text)), want);
}

static void
stays(const char *text)
{
	expect(text, text);
}

static void
test_windows(void **state)
{
	(void)state;
	expect("PerchÃ© cosÃ¬ Ã¨ piÃ¹", "Perché così è più");
	expect("lâ€™uomo â€œsÃ¬â€\xC2\x9D"
	       " â€“ 5 â‚¬â€¦",
	       "l’uomo “sì” – 5 €…");
	expect("Ãˆ vero, CITTÃ€", "È vero, CITTÀ");
	expect("Â«sÃ¬Â», 20Â°, 5\u00C2\u00A0kg", "«sì», 20°, 5\u00A0kg");
	expect("Ã\xC2\x88"
	       " vero, â\xC2\x80"
	       "\xC2\x99",
	       "È vero, ’"); /* Latin-1 */
	expect("ï»¿Ciao ðŸ˜€", "\uFEFFCiao \U0001F600");
}

static void
test_mac(void **state)
{
	(void)state;
	expect("Perch√© cos√¨ √® pi√π", "Perché così è più");
	expect("l‚Äôuomo ‚Äús√¨‚Äù, pu√≤", "l’uomo “sì”, può");
}

static void
test_twice_over(void **state)
{
	(void)state;
	expect("PerchÃƒÂ© cosÃƒÂ¬", "Perché così");
	expect("PerchÃƒÆ’Ã‚Â©", "Perché");
}

/* The last byte is often lost on the way. */
static void
test_cut(void **state)
{
	(void)state;
	expect("La cittÃ di cui si Ã¨ detto", "La città di cui si è detto");
	expect("â€œsÃ¬â€, disse", "“sì”, disse");
	expect("â€œsÃ¬â€\uFFFD", "“sì”");
}

static void
test_right_text_stays(void **state)
{
	(void)state;
	stays("");
	stays("Solo ASCII: perche', citta'");
	stays("È già così: l’università «è» 5 € – e più…");
	stays("Müller, Åse, Nuñez, São Paulo, SÃO PAULO, Łódź");
	stays("√2 è 1,41 e 2√π è più, ¬∞");
	stays("In rete si legge \"Ã¨\" invece di è");
	stays("In rete si legge \"Ã¨\".\nMa è già così: la città è più grande.");
	stays("PERCHÉ’ è così È»");
}

/* A page of which one part is broken. */
static void
test_lines(void **state)
{
	(void)state;
	expect("La città è qui.\nPerchÃ© no?\nÃ¨\nPiù in là",
	       "La città è qui.\nPerché no?\nÃ¨\nPiù in là");
}

static void
test_reread(void **state)
{
	(void)state;
	expect("La cittˆ, perchŽ, pi\xC2\x9D", "La città, perché, più");
	expect("La citt‡, perchÈ, cosÏ, pi˘ e cioË", "La città, perché, così, più e cioè");
	stays("Una sola citt‡");
}

static void
test_article(void **state)
{
	struct article a = { 0 };

	(void)state;
	article_set(&arena, &a, SPAN("source"), SPAN("Ã¨.html"));
	article_set(&arena, &a, SPAN("title"), SPAN("La cittÃ¨"));
	article_add(&arena, &a, SPAN("paragraph"), SPAN("PerchÃ© cosÃ¬"));
	article_add(&arena, &a, SPAN("paragraph"), SPAN("Niente"));
	repair_article(&arena, &a);
	assert_span(article_field(&a, SPAN("source")), "Ã¨.html");
	assert_span(article_field(&a, SPAN("title")), "La cittè");
	assert_span(a.blocks.v[0].text, "Perché così");
	assert_span(a.blocks.v[1].text, "Niente");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_windows),          cmocka_unit_test(test_mac),
		cmocka_unit_test(test_twice_over),       cmocka_unit_test(test_cut),
		cmocka_unit_test(test_right_text_stays), cmocka_unit_test(test_lines),
		cmocka_unit_test(test_reread),           cmocka_unit_test(test_article),
	};

	return RUN(tests);
}
