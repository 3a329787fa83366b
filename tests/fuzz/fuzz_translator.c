/* Sentences through the translator, with models of a few rows: words and tags that the bytes
 * choose, or CoNLL-U. Whatever they are, each word is translated once, the score is that of the
 * features, the English is valid, and a second time it is the same. */
#include "fuzz.h"

#include <math.h>

#include "translator.h"
#include "utf8.h"

enum { WORDS = 40 };

static struct translator translator;
static struct glossary glossary;

static void
open_lm(struct ngram *lm, const char *orders)
{
	static struct arena forever = { .oom = abort };
	struct buf source = { .arena = &forever };
	struct span compiled;
	size_t bad_line;

	buf_put(&source, SPAN("# rassegna-lm 1\n# unit 1/8\n"));
	buf_put(&source, span_of(orders));
	CHECK(ngram_compile(&forever, buf_span(&source), &compiled, &bad_line) == 0);
	CHECK(ngram_use(lm, compiled) == 0);
}

#define COSTS "\t8 8 8 8\t3 20 12 3 20 12\n"

static void
open_glossary(void)
{
	static const struct table no_abbreviations;
	static struct arena forever = { .oom = abort };
	struct glossary_entries entries;
	size_t bad_line;

	CHECK(glossary_read(&forever, SPAN("aprire\tunlock\nponte verde\tVerde Bridge\n"), &entries,
			    &bad_line) == 0);
	glossary_index(&forever, &no_abbreviations, &entries, &glossary);
}

static void
open_models(void)
{
	static struct table rows, expressions;
	static struct quantities quantities;

	open_rows(&translator.phrases,
		  "\"\t\"\t9p" COSTS "<3s>\the\t9p" COSTS "<3s>\t\t9p" COSTS
		  "alle\tto the\t9t" COSTS "di\tof\t9p" COSTS "il\tthe\t9p" COSTS "il\t\t1p" COSTS
		  "il\n"
		  "il ponte\tthe bridge\t9p" COSTS "il ponte verde\tthe  green\t1d\t8\n"
		  "ponte\tbridge\t1m" COSTS "riapre\treopens\t9p" COSTS
		  "si è aperto\topened\t9p" COSTS "verde\tgreen\t9p" COSTS);
	open_rows(&translator.kinds, "arrivare\talone\narrivare\tessere\nriaprire\tsay\n");
	open_rows(&translator.lexicon,
		  "Nora\tPROPN\tNora\ncapo ufficio\tNOUN\thead||boss\ncava\tNOUN\tquarry|pit\n"
		  "ponte\tNOUN\tdeck\nvendere\tVERB\tsell\n");
	open_rows(&translator.english.verbs, "sell\tsold\tsold\n");
	open_rows(&translator.english.nouns, "child\tchildren\n");
	open_rows(&translator.language.class_of, "the\t3\n");
	open_rows(&rows, "a\tmonth\tin\tsure\nalle\ttime\tat\tsure\neuro\tsign\t€\n"
			 "il\tdate\ton|-\tsure\nil\tpercent\t-\tsure\nmilioni\tscale\tmillion\t6\n"
			 "ore\ttime\t-|at\tsure\n");
	quantities_open(&quantities, &rows, abort);
	translator.quantities = &quantities;
	open_rows(&expressions, "aprire\tunlock\nin capo a\twithin|in\nponte di\tbe wide\n"
				"vendere alle\tget rid of\n");
	expressions_open(&translator.expressions, &expressions, abort);
	open_lm(&translator.language.words,
		"# ngrams 1 8\n\t80 <unk> <s>\n\t24 </s> the bridge green he reopens\n"
		"# ngrams 2 3\n<s>\t4\n\t4 the\nthe\t4\n\t4 bridge\n\t6 green\n");
	open_lm(&translator.language.classes, "# ngrams 1 6\n\t80 <unk> <s>\n\t16 </s> c0 c1 c3\n");
	for (int f = 0; f < NFEATURES; f++)
		translator.weight[f] = (float)(f % 5) / 4;
	translator.limits.distortion = 6;
	open_glossary();
}

static struct row *
add_row(struct sentence *s, enum row_kind kind, long last, struct span form)
{
	struct row *row = PUSH(&arena, &s->rows);

	*row = (struct row){ .kind = kind, .last = last };
	for (int c = 0; c < C_NCOLS; c++)
		row->col[c] = SPAN("_");
	row->col[C_FORM] = form;
	return row;
}

/* Two bytes a word: which, and how it is tagged; now and then it is the first part of a range. */
static void
make_sentence(struct sentence *s, struct span bytes)
{
	static const char *const forms[] = {
		"Il",        "il",    "ponte",    "Ponte",   "verde", "riapre",     "RIAPRE",
		"vendergli", "cava",  "capo",     "ufficio", "di",    "alle",       "ore",
		"18.30",     "1.250", "3,5",      "milioni", "euro",  "due",        "maggio",
		"non",       "e",     "molto",    "«",       "»",     "\"",         "(",
		")",         ",",     ".",        ":",       "l’",    "Vallefonda", "citta'",
		"È",         "<3s>",  "il ponte", "%",       "12",
	};
	static const char *const tags[] = { "NOUN",  "VERB",  "ADJ",  "ADV",
					    "CCONJ", "PROPN", "PRON", "_" };
	static const char *const feats[] = { "_",
					     "Number=Plur",
					     "VerbForm=Part",
					     "VerbForm=Inf",
					     "Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
					     "Mood=Cnd|VerbForm=Fin" };
	static const char *const lemmas[] = { "ponte", "vendere", "cava", "verde" };
	long id = 0;

	for (size_t i = 0; i + 1 < bytes.n && id < WORDS; i += 2) {
		unsigned a = (unsigned char)bytes.s[i], b = (unsigned char)bytes.s[i + 1];
		struct span form = span_of(forms[a % (sizeof(forms) / sizeof(*forms))]);
		struct row *row;

		if (b >= 224)
			add_row(s, ROW_RANGE, id + 1 + b % 3, form);
		row = add_row(s, b == 223 ? ROW_EMPTY : ROW_WORD, id + 1, form);
		id += row->kind == ROW_WORD;
		row->col[C_UPOS] = span_of(tags[b % 8]);
		row->col[C_FEATS] = span_of(feats[b / 8 % 6]);
		row->col[C_LEMMA] = a % 3 > 0 ? form : span_of(lemmas[b % 4]);
	}
}

static void
check_path(const struct translation *out)
{
	size_t n = out->source.words.n;
	unsigned *covered = ARENA_NEW(&arena, unsigned, n);
	float value[NFEATURES], sum;

	for (size_t i = 0; i < out->path.n; i++) {
		const struct candidate *c = out->path.step[i]->candidate;

		for (unsigned k = c->from; k < c->to; k++)
			covered[k]++;
	}
	for (size_t i = 0; i < n; i++)
		CHECK(covered[i] == 1);
	path_values(&out->path, value);
	sum = feature_sum(translator.weight, value);
	CHECK(fabsf(sum - out->path.score) <= 1e-4f * (1 + fabsf(sum)) * (float)(n + 1));
}

static void
check(const struct sentence *s)
{
	struct translation out, again;
	struct source source;

	source_make(&arena, s, &source);
	translate_source(&translator, &arena, &source, &out);
	if (source.words.n == 0) {
		CHECK(out.text.n == 0);
		return;
	}
	CHECK(out.nbest > 0 && utf8_valid(out.text));
	check_path(&out);
	translate_source(&translator, &arena, &source, &again);
	CHECK(span_eq(out.text, again.text) && out.path.score == again.path.score);
}

static void
check_conllu(struct span bytes)
{
	struct document doc;
	struct input in;
	struct conllu reader = { .in = &in };

	open_bytes(&in, bytes);
	while (conllu_read(&reader, &arena, &doc) == 1)
		for (size_t i = 0; i < doc.sentences.n; i++)
			check(&doc.sentences.v[i]);
	input_close(&in);
}

/* The first byte: the beam, a glossary, what is left out; of CoNLL-U it is "#" or a digit. */
static void
work(struct span bytes)
{
	unsigned options = bytes.n > 0 ? (unsigned char)bytes.s[0] : 0;
	struct sentence s = { 0 };

	if (translator.quantities == NULL)
		open_models();
	translator.limits.beam = 1 + options % 8;
	for (int part = 0; part < NPARTS; part++)
		translator.without[part] = options >> part & 1 && options >= 64;
	translator.limits.keep_others = options & 8;
	translator.glossary = options & 16 ? &glossary : NULL; /* '1', not '#' */
	if (options == '#' || options == '1')
		check_conllu(bytes);
	else if (bytes.n > 1)
		make_sentence(&s, span_from(bytes, 1));
	check(&s);
}

FUZZ(work)
