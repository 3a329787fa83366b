#include "markdown.h"

#include "helper.h"

/* Fields as "key=value ", then blocks as " t:text", with the type's first letter. */
static struct span
read_text(const char *text)
{
	struct buf out = { .arena = &arena };
	struct article a = { 0 };

	assert_int_equal(markdown_read(&arena, span_of(text), &a), 0);
	for (size_t i = 0; i < a.fields.n; i++) {
		buf_put(&out, a.fields.v[i].key);
		buf_putc(&out, '=');
		buf_put(&out, a.fields.v[i].value);
		buf_putc(&out, ' ');
	}
	for (size_t i = 0; i < a.blocks.n; i++) {
		buf_printf(&out, "%c:", a.blocks.v[i].type.s[0]);
		buf_put(&out, a.blocks.v[i].text);
		buf_putc(&out, ' ');
	}
	return span_trim(buf_span(&out));
}

static void
test_blocks(void **state)
{
	(void)state;
	assert_span(
	    read_text("# Riapre il ponte #\n\nIl ponte\nriapre.\n\n## I conti\nTre milioni.\n"),
	    "title=Riapre il ponte p:Il ponte riapre. h:I conti p:Tre milioni.");
	assert_span(read_text("Riapre il ponte\n===\nOggi.\n\nI conti\r\n---\r\nTre.\r\n"),
		    "title=Riapre il ponte p:Oggi. h:I conti p:Tre.");
	assert_span(read_text("Uno.\n\n***\n\nDue.\n- - -\nTre.\n"), "p:Uno. p:Due. p:Tre.");
	assert_span(read_text("- uno\n* due\n  ancora due\n\n3. tre\n4) quattro\n-5 gradi\n"),
		    "i:uno i:due ancora due i:tre i:quattro -5 gradi");
	assert_span(read_text("> «Basta»,\nha detto.\n\nPoi > è uscito.\n> > No.\n"),
		    "q:«Basta», ha detto. p:Poi > è uscito. q:No.");
	assert_span(read_text("#senza blank\n\n####### sette\n\n    rientrato\n"),
		    "p:#senza blank p:####### sette p:rientrato");
	assert_span(read_text("- [x] fatto\n- [ ] da fare\n"), "i:fatto i:da fare");
	assert_span(read_text("#\n\n-\n\n>\n"), "");
	assert_span(read_text(""), "");
}

static void
test_dropped(void **state)
{
	(void)state;
	assert_span(read_text("Uno.\n```c\nint x;\n# no\n```\nDue.\n~~~\nno\n"), "p:Uno. p:Due.");
	assert_span(read_text("```x``` resta\n"), "p:x resta");
	assert_span(read_text("Uno.\n\n<!-- no\n\nno -->\n<SCRIPT>\nno()\n</script>\nDue.\n"),
		    "p:Uno. p:Due.");
	assert_span(read_text("[a]: http://x.it \"A\"\nUno [qui][a].\n\n[^1]: Una nota.\n"),
		    "p:Uno qui. p:: Una nota.");
	assert_span(read_text("<p>Uno <b>due</b></p>\n"), "p:Uno due");
}

static void
test_table(void **state)
{
	(void)state;
	assert_span(
	    read_text("Gara:\n\n| Atleta | Tempo |\n|--------|:-----:|\n| Neri \\| C. | 1'47 |\n"
		      "| **Bassi** | 1'48 |\n\nFine | qui.\n"),
	    "p:Gara: i:Atleta Tempo i:Neri | C. 1'47 i:Bassi 1'48 p:Fine | qui.");
}

static void
test_front_matter(void **state)
{
	(void)state;
	assert_span(read_text("---\ntitle: \"Il ponte: riapre\"\ndate: 2025-06-11\nAuthor: Anna "
			      "Neri\ntags: [a, b]\ndescription: Dopo due anni\n---\n\n# Altro\n"),
		    "title=Il ponte: riapre date=2025-06-11 author=Anna Neri "
		    "standfirst=Dopo due anni h:Altro");
	/* a rule, and no field that is known */
	assert_span(read_text("---\nforse: no\n---\nUno.\n"), "title=forse: no p:Uno.");
	assert_span(read_text("---\ntitle: mai chiuso\n"), "p:title: mai chiuso");
	assert_span(read_text("---\ntitle: [a]\n---\nUno.\n"), "p:Uno.");
}

static void
test_inline(void **state)
{
	static const char *const cases[][2] = {
		{ "un [testo](http://x.it/a_(b) \"T\") qui", "un testo qui" },
		{ "un [testo][1] e [no]", "un testo e [no]" },
		{ "![foto](x.jpg) [![a](b)](c)testo", " testo" },
		{ "**forte** _piano_ ***tanto*** ~~no~~", "forte piano tanto no" },
		{ "tutt* gli attivist* e 3 * 4 = 12", "tutt* gli attivist* e 3 * 4 = 12" },
		{ "nome_di_file e `codice *x*`", "nome_di_file e codice x" },
		{ "\\*no\\* a\\b", "*no* a\\b" },
		{ "<https://x.it/a> <b>sì</b> 3 < 5 <", "https://x.it/a sì 3 < 5 <" },
		{ "&egrave; &#232; &#xE8; &amp &#0; & ;", NULL },
		{ "nota[^12] qui", "nota qui" },
		{ "[a](b", "[a](b" },
		{ "]] [[ ** __ ~~~~", "]] [[ ** __ ~~~~" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span got = markdown_inline(&arena, span_of(cases[i][0]));

		if (cases[i][1] != NULL)
			assert_span(got, cases[i][1]);
		else /* names of characters only where the library knows them */
			assert_true(span_ends(got, SPAN(" è è &amp &#0; & ;")));
	}
}

static void
test_sniff(void **state)
{
	(void)state;
	assert_true(markdown_sniff(SPAN("---\ntitle: a\n---\nTesto.\n")));
	assert_true(markdown_sniff(SPAN("# Uno\n\nTesto.\n\n## Due\n")));
	assert_true(markdown_sniff(SPAN("Uno\n===\nUn [testo](http://x.it).\n")));
	assert_false(markdown_sniff(SPAN("Il ponte riapre.\n- uno\n- due\n\n* tre *\n")));
	assert_false(markdown_sniff(SPAN("#ponte riapre\n#oggi\n")));
	assert_false(markdown_sniff(SPAN("---\nUno\n---\nDue\n")));
	assert_false(markdown_sniff(SPAN("")));
}

static void
test_explain(void **state)
{
	struct article a = { .explain = true };

	(void)state;
	assert_int_equal(markdown_read(&arena, SPAN("# Ponte\n\nIl\nponte.\n[a]: b\n\n[a]: b"), &a),
			 0);
	assert_int_equal(a.verdicts.n, 3);
	assert_span(a.verdicts.v[0].class, "title");
	assert_int_equal(a.verdicts.v[1].line, 3);
	assert_span(a.verdicts.v[1].text, "Il ponte. [a]: b");
	assert_int_equal(a.verdicts.v[2].line, 7);
	assert_span(a.verdicts.v[2].rule, "link definition");
}

/* What made other readers slow must not make this one so. */
static void
test_hostile(void **state)
{
	static const char *const units[] = { "![[]()", "[a](b", "[",  "*a _b ", "> ",     "- ",
					     "<a ",    "`a``",  "|a", "&#",     "[a](((", "\\" };

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct buf text = { .arena = &arena };
		struct article a = { 0 };

		while (text.n < 1 << 20)
			buf_put(&text, span_of(units[i]));
		assert_int_equal(markdown_read(&arena, buf_span(&text), &a), 0);
		arena_reset(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks),  cmocka_unit_test(test_dropped),
		cmocka_unit_test(test_table),   cmocka_unit_test(test_front_matter),
		cmocka_unit_test(test_inline),  cmocka_unit_test(test_sniff),
		cmocka_unit_test(test_explain), cmocka_unit_test(test_hostile),
	};

	return RUN(tests);
}
