#include "glossary.h"

#include "digest.h"
#include "helper.h"
#include "report.h"

static size_t bad_line;

static struct glossary_entries
read_ok(struct span bytes)
{
	struct glossary_entries entries;

	assert_int_equal(glossary_read(&arena, bytes, &entries, &bad_line), 0);
	return entries;
}

static void
assert_entry(const struct glossary_entries *entries, size_t i, const char *italian,
	     const char *english, const char *note)
{
	assert_true(i < entries->n);
	assert_span(entries->v[i].italian, italian);
	assert_span(entries->v[i].english, english);
	assert_span(entries->v[i].note, note);
}

static void
assert_bad(struct span bytes, int rc, size_t line)
{
	struct glossary_entries entries;

	assert_int_equal(glossary_read(&arena, bytes, &entries, &bad_line), rc);
	assert_int_equal(bad_line, line);
}

static void
test_rows(void **state)
{
	struct glossary_entries e =
	    read_ok(SPAN("\xEF\xBB\xBF# a comment\r\nponte\tbridge\r\n\r\n"
			 "  giunta  comunale \tcity council\tdi un comune\tx\n"
			 "Vallefonda\t\nNotira\tNotira\nperche\xCC\x81\twhy"));

	(void)state;
	assert_int_equal(e.n, 5);
	assert_entry(&e, 0, "ponte", "bridge", "");
	assert_int_equal(e.v[0].line, 2);
	assert_entry(&e, 1, "giunta comunale", "city council", "di un comune");
	assert_int_equal(e.v[1].line, 4);
	assert_entry(&e, 2, "Vallefonda", "", ""); /* stays as it is */
	assert_entry(&e, 3, "Notira", "", "");
	assert_entry(&e, 4, "perché", "why", ""); /* normal form C */
	assert_int_equal(read_ok(SPAN("")).n, 0);
	assert_int_equal(read_ok(SPAN("# nothing\n\n")).n, 0);
}

static void
test_utf16_rows(void **state)
{
	struct glossary_entries e = read_ok(SPAN("\xFF\xFEs\0\xEC\0\t\0y\0e\0s\0\r\0\n\0"));

	(void)state;
	assert_int_equal(e.n, 1);
	assert_entry(&e, 0, "sì", "yes", "");
}

static void
test_bad_rows(void **state)
{
	(void)state;
	assert_bad(SPAN("ponte\tbridge\nponte;bridge\n"), ERR_PAIR, 2);
	assert_bad(SPAN("\tbridge\n"), ERR_PAIR, 1);
	assert_bad(SPAN("a\tb\ncitt\xE0\ttown\n"), ERR_UTF8, 2);
	assert_bad(SPAN("a\tb\n\nc\0d\te\n"), ERR_NUL, 3);
}

static void
test_long_line(void **state)
{
	size_t n = 10 << 20;
	char *line = ARENA_NEW(&arena, char, n);
	struct glossary_entries e;

	(void)state;
	memset(line, 'a', n);
	for (size_t i = 7; i < n; i += 8)
		line[i] = ' ';
	line[n / 2] = '\t';
	e = read_ok((struct span){ line, n });
	assert_int_equal(e.n, 1);
	assert_int_equal(e.v[0].italian.n, n / 2 - 1);
	line[n / 2] = ' ';
	assert_bad((struct span){ line, n }, ERR_PAIR, 1);
}

/* ISO 30042 of 2008, with a DOCTYPE that names a file and both ways to write a term. */
static const char martif[] =
    "<?xml version='1.0'?>\n"
    "<!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'>\n"
    "<martif type='TBX' xml:lang='en'><martifHeader><fileDesc><sourceDesc><p>term</p>"
    "</sourceDesc></fileDesc></martifHeader><text><body>\n"
    "<termEntry id='e1'><descrip type='subjectField'>law</descrip><note>a\n  note</note>\n"
    "<langSet xml:lang='en-GB'><tig><term>bill</term></tig></langSet>\n"
    "<langSet xml:lang='it-IT'><tig><term>disegno di <hi>legge</hi></term></tig>\n"
    "<ntig><termGrp><term>d.d.l.</term></termGrp></ntig></langSet></termEntry>\n"
    "<termEntry><langSet xml:lang='it'><tig><term>solo</term></tig></langSet></termEntry>\n"
    "<termEntry><langSet xml:lang='it'><tig><term>Notira</term></tig></langSet>"
    "<langSet xml:lang='en'><tig><term/></tig></langSet></termEntry>\n"
    "</body></text></martif>\n";

static void
test_martif(void **state)
{
	struct glossary_entries e = read_ok(span_of(martif));

	(void)state;
	assert_int_equal(e.n, 3);
	assert_entry(&e, 0, "disegno di legge", "bill", "a note");
	assert_int_equal(e.v[0].line, 7);
	assert_entry(&e, 1, "d.d.l.", "bill", "a note");
	assert_entry(&e, 2, "Notira", "", "");
}

/* ISO 30042 of 2019: the preferred term, never the deprecated one, in both styles. */
static void
test_tbx(void **state)
{
	static const char dct[] =
	    "<t:tbx style='dct' type='TBX-Basic' xmlns:t='urn:iso:std:iso:30042:ed-2'"
	    " xmlns:min='http://www.tbxinfo.net/ns/min'><t:text><t:body>"
	    "<t:conceptEntry id='c1'><t:langSec xml:lang='IT'><t:termSec><t:term>ente &amp; co."
	    "</t:term></t:termSec></t:langSec><t:langSec xml:lang='en'>"
	    "<t:termSec><t:term>body</t:term><min:administrativeStatus>deprecatedTerm-admn-sts"
	    "</min:administrativeStatus></t:termSec>"
	    "<t:termSec><t:term>entity</t:term></t:termSec>"
	    "<t:termSec><t:term>agency</t:term><min:administrativeStatus>preferredTerm-admn-sts"
	    "</min:administrativeStatus></t:termSec>"
	    "</t:langSec></t:conceptEntry></t:body></t:text></t:tbx>";
	static const char dca[] =
	    "<tbx style='dca'><text><body><conceptEntry><langSec xml:lang='en'><termSec>"
	    "<term>old</term><termNote type='administrativeStatus'>supersededTerm-admn-sts"
	    "</termNote></termSec></langSec><langSec xml:lang='it'><termSec><term>vecchio</term>"
	    "</termSec></langSec></conceptEntry></body></text></tbx>";
	struct glossary_entries e = read_ok(span_of(dct));

	(void)state;
	assert_int_equal(e.n, 1);
	assert_entry(&e, 0, "ente & co.", "agency", "");
	assert_int_equal(read_ok(span_of(dca)).n, 0);
}

static void
test_bad_xml(void **state)
{
	static const char laughs[] = "<!DOCTYPE tbx [<!ENTITY a 'ah'>\n<!ENTITY b '&a;&a;&a;'>]>\n"
				     "<tbx>&b;</tbx>";
	static const char outside[] = "<!DOCTYPE tbx [\n<!ENTITY a SYSTEM '/etc/passwd'>]>\n"
				      "<tbx>&a;</tbx>";
	struct glossary_entries entries;

	(void)state;
	assert_bad(span_of(laughs), ERR_ENTITY, 1);
	assert_bad(span_of(outside), ERR_ENTITY, 2);
	assert_bad(SPAN("<!DOCTYPE tbx [<!ENTITY % a SYSTEM 'x'> %a;]><tbx/>"), ERR_ENTITY, 1);
	assert_bad(SPAN("<html>\n<body/></html>"), ERR_ROOT, 1);
	assert_bad(SPAN("<?xml version='1.0'?>\n<tmx/>"), ERR_ROOT, 2);
	assert_bad(SPAN("<tbx>\n<text></tbx>"), ERR_XML, 2);
	assert_bad(SPAN("<tbx>&nbsp;</tbx>"), ERR_XML, 1);
	for (size_t n = 1; n < sizeof(martif) - 2; n += 3) /* cut anywhere */
		assert_int_not_equal(
		    glossary_read(&arena, (struct span){ martif, n }, &entries, &bad_line), 0);
}

/* ---- to find entries ---- */

enum { WORDS_MAX = 16 };

static size_t
words_of(const char *text, struct span words[WORDS_MAX])
{
	struct span rest = span_of(text);
	size_t n = 0;

	while (span_cut(&rest, ' ', &words[n]))
		assert_true(++n < WORDS_MAX);
	return n;
}

/* What is found at a place: "ENGLISH LEN", with a ~ where it is by lemma; "-" if nothing is. */
static struct span
found(const struct glossary *g, const char *forms, const char *lemmas, size_t at)
{
	struct span f[WORDS_MAX], l[WORDS_MAX];
	size_t n = words_of(forms, f);
	struct glossary_match m;
	struct buf out = { .arena = &arena };

	assert_int_equal(words_of(lemmas, l), n);
	if (!glossary_find(g, &arena, f, l, n, at, &m))
		return SPAN("-");
	buf_put(&out, m.entry->english);
	buf_printf(&out, " %zu%s", m.len, m.by_lemma ? "~" : "");
	return buf_span(&out);
}

static struct glossary
index_of(const char *rows)
{
	static const struct table no_abbreviations;
	struct glossary_entries *entries = ARENA_NEW(&arena, struct glossary_entries, 1);
	struct glossary g;

	*entries = read_ok(span_of(rows));
	glossary_index(&arena, &no_abbreviations, entries, &g);
	return g;
}

static void
test_longest(void **state)
{
	struct glossary g = index_of("giunta\tcouncil\ngiunta comunale\tcity council\n"
				     "giunta comunale di Vallefonda\tVallefonda council\n");
	const char *words = "La giunta comunale di Vallefonda";

	(void)state;
	assert_span(found(&g, words, words, 0), "-");
	assert_span(found(&g, words, words, 1), "Vallefonda council 4");
	words = "La giunta comunale di Rovella";
	assert_span(found(&g, words, words, 1), "city council 2");
	words = "la giunta";
	assert_span(found(&g, words, words, 1), "council 1");
}

static void
test_case(void **state)
{
	struct glossary g = index_of("stato\tcondition\nStato\tState\nl'ente\tthe body\nSi\tYes\n");

	(void)state;
	assert_span(found(&g, "Stato", "stato", 0), "State 1"); /* as written goes first */
	assert_span(found(&g, "stato", "stato", 0), "condition 1");
	assert_span(found(&g, "STATO", "stato", 0), "condition 1");
	assert_span(found(&g, "L\u2019 Ente", "il ente", 0), "the body 2");
	assert_span(found(&g, "L' ente", "_ _", 0), "the body 2");
	assert_span(found(&g, "si", "si", 0), "-");
}

static void
test_lemmas(void **state)
{
	struct glossary g = index_of("intercettazione telefonica\twiretap\ncasa\thouse\n"
				     "caso\tcase\nente\tbody\nenti\tbodies\n");

	(void)state;
	assert_span(found(&g, "intercettazioni telefoniche", "intercettazione telefonico", 0),
		    "wiretap 2~");
	assert_span(found(&g, "Intercettazione telefonica", "intercettazione telefonico", 0),
		    "wiretap 2");
	assert_span(found(&g, "casi", "caso", 0), "case 1~");
	assert_span(found(&g, "enti", "ente", 0), "bodies 1"); /* forms go first */
	assert_span(found(&g, "casa", "casa", 0), "house 1");
}

static void
test_first_in_file(void **state)
{
	struct glossary g = index_of("ponte\tbridge\nponte\tdeck\nPONTE\tBRIDGE\n");

	(void)state;
	assert_span(found(&g, "ponte", "ponte", 0), "bridge 1");
	assert_span(found(&g, "PONTE", "ponte", 0), "BRIDGE 1");
}

static void
test_without_lemmas(void **state)
{
	struct glossary g = index_of("ponte\tbridge\n\nponte (nuovo)\tnew bridge\n");
	struct span forms[] = { SPAN("ponte"), SPAN("("), SPAN("nuovo"), SPAN(")") };
	struct glossary_match m;

	(void)state;
	assert_true(glossary_find(&g, &arena, forms, NULL, 4, 0, &m));
	assert_int_equal(m.len, 4);
	assert_true(glossary_find(&g, &arena, forms, NULL, 3, 0, &m));
	assert_int_equal(m.len, 1);
	assert_false(glossary_find(&g, &arena, forms, NULL, 4, 2, &m));
	g = index_of("");
	assert_false(glossary_find(&g, &arena, forms, NULL, 4, 0, &m));
}

/* ---- what render writes ---- */

static struct digest
sample_digest(void)
{
	struct digest d = { .id = SPAN("n & <1>") };

	*PUSH(&arena, &d.terms) =
	    (struct digest_term){ SPAN("ponte \"<&>\""), SPAN("bridge, > 1"), SPAN("3"),
				  SPAN("Il ponte\tè \x01 <qui>."), SPAN("") };
	*PUSH(&arena, &d.terms) =
	    (struct digest_term){ SPAN("#bonus"), SPAN("#bonus"), SPAN("1"), SPAN(""), SPAN("") };
	return d;
}

/* Two documents in one format. */
static struct span
written(const char *name)
{
	const struct report_format *format = report_format(name);
	struct buf *out = ARENA_NEW(&arena, struct buf, 1);
	struct report r = { .out = out, .lang = LANG_BOTH };
	struct digest d = sample_digest();

	out->arena = &arena;
	report_document(format, &r, &d);
	report_document(format, &r, &d);
	report_end(format, &r);
	return buf_span(out);
}

static void
test_round_trip(void **state)
{
	struct glossary_entries tsv = read_ok(written("tsv")), tbx = read_ok(written("tbx"));

	(void)state;
	assert_int_equal(tsv.n, 4);
	assert_int_equal(tbx.n, 4);
	for (size_t i = 0; i < 4; i += 2) {
		assert_entry(&tsv, i, "ponte \"<&>\"", "bridge, > 1", "3: Il ponte è <qui>.");
		assert_entry(&tbx, i, "ponte \"<&>\"", "bridge, > 1", "3");
		assert_entry(&tsv, i + 1, "#bonus", "", "1");
		assert_entry(&tbx, i + 1, "#bonus", "", "1");
	}
}

static void
test_csv(void **state)
{
	(void)state;
	assert_span(written("csv"),
		    "id,title,term,english,count,sentence\n"
		    "n & <1>,,\"ponte \"\"<&>\"\"\",\"bridge, > 1\",3,Il ponte\tè \x01 <qui>.\n"
		    "n & <1>,,#bonus,#bonus,1,\n"
		    "n & <1>,,\"ponte \"\"<&>\"\"\",\"bridge, > 1\",3,Il ponte\tè \x01 <qui>.\n"
		    "n & <1>,,#bonus,#bonus,1,\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),          cmocka_unit_test(test_utf16_rows),
		cmocka_unit_test(test_bad_rows),      cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_martif),        cmocka_unit_test(test_tbx),
		cmocka_unit_test(test_bad_xml),       cmocka_unit_test(test_longest),
		cmocka_unit_test(test_case),          cmocka_unit_test(test_lemmas),
		cmocka_unit_test(test_first_in_file), cmocka_unit_test(test_without_lemmas),
		cmocka_unit_test(test_round_trip),    cmocka_unit_test(test_csv),
	};

	return RUN(tests);
}
