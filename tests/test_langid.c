#include "langid.h"

#include "helper.h"

static struct langid *languages;

static int
open_languages(void **state)
{
	static struct table table;

	(void)state;
	table = real_table("languages");
	return langid_open(&languages, &table);
}

static int
close_languages(void **state)
{
	langid_close(languages);
	return free_arena(state);
}

static void
test_languages(void **state)
{
	static const char *const texts[][2] = {
		{ "it", "Il ponte sul fiume riapre oggi dopo due anni di lavori e il sindaco è "
			"contento." },
		{ "it",
		  "IL PONTE SUL FIUME RIAPRE OGGI: L'HA DETTO IL SINDACO ALLA RADIO DELLA VALLE" },
		{ "en", "The bridge over the river opens today after two years of work, and we are "
			"glad." },
		{ "fr",
		  "Le pont sur la rivière est ouvert aujourd'hui après deux ans de travaux, et le "
		  "maire est content." },
		{ "es", "El puente sobre el río se abre hoy después de dos años de obras y el "
			"alcalde está "
			"muy contento." },
		{ "pt", "A ponte sobre o rio abre hoje depois de dois anos de obras e o prefeito "
			"não está "
			"contente com isso." },
		{ "ca", "El pont sobre el riu obre avui després de dos anys d'obres i l'alcalde "
			"està molt "
			"content amb això." },
		{ "ro",
		  "Podul de peste râu se deschide astăzi după doi ani de lucrări și primarul este "
		  "mulțumit." },
		{ "la", "Pons super flumen hodie post duos annos operum aperitur et magistratus "
			"cum omnibus "
			"civibus qui in urbe sunt gaudet, sed non satis est." },
		{ "de", "Die Brücke über den Fluss wird heute nach zwei Jahren wieder für alle "
			"geöffnet, und "
			"das ist gut." },
		{ "nl", "De brug over de rivier gaat vandaag na twee jaar werk weer open en dat is "
			"voor ons "
			"allemaal goed." },
		{ "sv", "Bron över floden öppnas i dag efter två års arbete och det är bra för "
			"alla som bor "
			"här." },
		{ "da", "Broen over floden åbner i dag efter to års arbejde, og det er godt for "
			"alle, der "
			"ikke har en bil." },
		{ "pl",
		  "Most na rzece jest dziś otwarty po dwóch latach prac, ale nie wszyscy są z tego "
		  "zadowoleni." },
		{ "hu", "A folyó fölötti híd ma két év munka után megnyílik, és ez nagyon jó a "
			"városnak, de "
			"még nem elég." },
		{ "tr",
		  "Nehir üzerindeki köprü iki yıl sonra bugün açıldı ve bu çok iyi bir haber, ama "
		  "herkes için değil." },
		{ "sq",
		  "Ura mbi lumë hapet sot pas dy vjetësh pune dhe kjo është një gjë e mirë për të "
		  "gjithë ata që jetojnë këtu." },
		{ "el", "Η γέφυρα πάνω από το ποτάμι ανοίγει σήμερα." },
		{ "ru", "Мост через реку открыли сегодня, и это был хороший день для всех." },
		{ "uk", "Міст через річку відкрили сьогодні, і це був їхній найкращий день." },
		{ "bg", "Мостът над реката беше открит днес след дълъг ремонт." },
		{ "sr",
		  "Мост преко реке је данас отворен, али људи нису баш задовољни, јер још раде." },
		{ "ar", "فتح الجسر فوق النهر اليوم بعد عامين من العمل." },
		{ "he", "הגשר מעל הנהר נפתח היום אחרי שנתיים." },
		{ "zh", "河上的桥今天开放了。" },
		{ "ja", "川にかかる橋が今日開通しました。" },
		{ "ko", "강 위의 다리가 오늘 열렸습니다." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_span(langid_of(languages, span_of(texts[i][1])), texts[i][0]);
}

static void
test_undecided(void **state)
{
	(void)state;
	assert_span(langid_of(languages, SPAN("")), "");
	assert_span(langid_of(languages, SPAN("Il ponte riapre.")), "");
	assert_span(langid_of(languages, SPAN("12 34 56 78 90 12 34 56 78 90 12 34")), "");
	assert_span(
	    langid_of(languages, SPAN("Neri Bassi Verdi Costa Ponti Villa Monti Serra Conti")), "");
	assert_span(
	    langid_of(languages, SPAN("The bridge over the river is open and we are glad. Il "
				      "ponte sul fiume è aperto e ne siamo contenti.")),
	    "");
}

/* Letters whose lower case stands outside of the Latin blocks. */
static void
test_far_letters(void **state)
{
	(void)state;
	assert_span(
	    langid_of(languages, SPAN("\xC9\x85 \xC8\xBA \xC4\xB0 \xC6\x8E \xC6\x86 x q w x q")),
	    "");
}

/* The parts of a text add up. */
static void
test_parts(void **state)
{
	struct langid_count count = { 0 };

	(void)state;
	langid_add(languages, SPAN("Il ponte sul fiume"), &count);
	assert_span(langid_result(languages, &count), "");
	langid_add(languages, SPAN("riapre oggi dopo due anni e il sindaco è contento."), &count);
	assert_span(langid_result(languages, &count), "it");
	assert_int_equal(count.words, 14);
}

static void
test_bad_rows(void **state)
{
	static const char *const bad[] = { "it\n", "it\t-\n", "en\t-\tthe\n", "" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct table table = table_of(bad[i]);
		struct langid *l;

		assert_int_equal(langid_open(&l, &table), ERR_MODEL);
		langid_close(l);
	}
	langid_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),   cmocka_unit_test(test_undecided),
		cmocka_unit_test(test_far_letters), cmocka_unit_test(test_parts),
		cmocka_unit_test(test_bad_rows),
	};

	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
