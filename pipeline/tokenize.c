/* rassegna-tokenize - cut articles into sentences, tokens and words, as CoNLL-U;
 * see rassegna-tokenize(1). */
#include <ctype.h>
#include <string.h>

#include "cli.h"
#include "lib/article.h"
#include "lib/buf.h"
#include "lib/clitics.h"
#include "lib/idset.h"
#include "lib/map.h"
#include "lib/sentence.h"
#include "lib/status.h"
#include "lib/utf8.h"

static const char usage[] = "usage: rassegna-tokenize [-u] [--same-ids] [--models DIR] [FILE...]\n"
			    "      --same-ids    an id that came before is written again as it is\n"
			    "  -u, --unbuffered  write every article at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

struct tokenize {
	struct table abbreviations, stopwords, contractions;
	struct table forms; /* maybe none: verbs then keep their pronouns */
	struct idset ids;
	bool same_ids;      /* do not mind them */
	struct arena arena; /* of the article at hand */
	const struct article *article;
	struct map names; /* of the article; no arena: not read yet */
	struct span id;   /* of the article */
	size_t sentences; /* of the article, so far */
	struct buf out;   /* not written yet */
};

/* The words of an articulated preposition, in the case of the form: Dell' = Di + l'. */
static bool
split_contraction(struct tokenize *z, struct span form, struct span words[])
{
	struct span fields, key = token_key(&z->arena, form);

	if (!table_find(&z->contractions, key, &fields) || !span_cut(&fields, '\t', &words[0]))
		return false;
	words[1] = fields;
	if (span_ends(fields, SPAN("'")) && !span_ends(form, SPAN("'"))) {
		struct buf typographic = { .arena = &z->arena };

		buf_put(&typographic, (struct span){ fields.s, fields.n - 1 });
		buf_put(&typographic, SPAN("\u2019"));
		words[1] = buf_span(&typographic);
	}
	if (utf8_is_acronym(form)) {
		words[0] = utf8_upper(&z->arena, words[0]);
		words[1] = utf8_upper(&z->arena, words[1]);
	} else if (utf8_is_capital(form)) {
		words[0] = utf8_capital(&z->arena, words[0]);
	}
	return true;
}

/* "Del Piero", inside a sentence, is a name: its Del is no preposition. */
static bool
is_name_particle(const struct tokens *tokens, size_t i, size_t from)
{
	const struct token *t = &tokens->v[i];

	return i > from && tokens->v[i - 1].kind != TOKEN_OTHER && i + 1 < tokens->n &&
	       utf8_is_capital(t->form) && !utf8_is_acronym(t->form) && utf8_is_capital(t[1].form);
}

/* "Scale AI" is no "ai": a preposition in capitals stands beside another word in capitals. */
static bool
is_acronym(const struct tokens *tokens, size_t i, size_t from, size_t end)
{
	const struct token *t = &tokens->v[i];

	return utf8_is_acronym(t->form) && !(i > from && utf8_is_acronym(t[-1].form)) &&
	       !(i + 1 < end && utf8_is_acronym(t[1].form));
}

static bool
is_letter(char c)
{
	return isalpha((unsigned char)c) || (c & 0x80) != 0;
}

/* Note the words with a capital that stand behind one in lower case. */
static void
note_names(struct tokenize *z, struct span text)
{
	for (size_t i = 2; i < text.n; i++) {
		size_t end = i;

		if (text.s[i - 1] != ' ' || !islower((unsigned char)text.s[i - 2]) ||
		    !utf8_is_capital(span_from(text, i)))
			continue;
		while (end < text.n && is_letter(text.s[end]))
			end++;
		*map_at(&z->names, (struct span){ text.s + i, end - i }) = 1;
		i = end;
	}
}

/* Is it a name somewhere in the article? The first who asks pays. */
static bool
is_known_name(struct tokenize *z, struct span form)
{
	struct span name = utf8_capital(&z->arena, utf8_lower(&z->arena, form));

	if (z->names.arena == NULL) {
		z->names.arena = &z->arena;
		for (size_t i = 0; i < z->article->blocks.n; i++)
			note_names(z, z->article->blocks.v[i].text);
	}
	return map_get(&z->names, name) > 0;
}

/* "Mirandola" and "MIRANDOLA" are no mirando + la, if the article goes "a Mirandola" here or
 * elsewhere. */
static bool
is_name(struct tokenize *z, const struct tokens *tokens, size_t i, size_t from)
{
	const struct token *t = &tokens->v[i];

	if (!utf8_is_capital(t->form))
		return false;
	return (i > from && t[-1].kind != TOKEN_OTHER && !utf8_is_acronym(t->form)) ||
	       is_known_name(z, t->form);
}

/* White space as UDPipe writes it: \s \t \n, others as they are. */
static void
put_escaped(struct buf *out, struct span gap)
{
	static const char from[] = " \t\n\r|\\", to[] = "stnrp\\";

	for (size_t i = 0; i < gap.n; i++) {
		const char *at = memchr(from, gap.s[i], sizeof(from) - 1);

		if (at != NULL) {
			buf_put(out, SPAN("\\"));
			buf_put(out, (struct span){ &to[at - from], 1 });
		} else {
			buf_put(out, (struct span){ &gap.s[i], 1 });
		}
	}
}

static void
put_misc(struct buf *out, const struct token *t, bool last)
{
	if (last) {
		buf_put(out, SPAN("SpacesAfter="));
		put_escaped(out, t->gap);
		buf_put(out, SPAN("\\n"));
	} else if (t->gap.n == 0) {
		buf_put(out, SPAN("SpaceAfter=No"));
	} else if (!span_eq(t->gap, SPAN(" "))) {
		buf_put(out, SPAN("SpacesAfter="));
		put_escaped(out, t->gap);
	} else {
		buf_put(out, SPAN("_"));
	}
	buf_put(out, SPAN("\n"));
}

static void
put_number(struct buf *out, size_t n)
{
	char s[24];
	size_t at = sizeof(s);

	do
		s[--at] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_put(out, (struct span){ s + at, sizeof(s) - at });
}

static void
put_form(struct buf *out, struct span form)
{
	buf_put(out, SPAN("\t"));
	buf_put(out, form);
	buf_put(out, SPAN("\t_\t_\t_\t_\t_\t_\t_\t"));
}

/* The words of token i, whose sentence is from..end. */
static size_t
split_token(struct tokenize *z, const struct tokens *tokens, size_t i, size_t from, size_t end,
	    struct span words[CLITICS_WORDS])
{
	const struct token *t = &tokens->v[i];
	size_t n;

	if (is_name_particle(tokens, i, from) || is_acronym(tokens, i, from, end))
		return 1;
	if (split_contraction(z, t->form, words))
		return 2;
	if (t->kind != TOKEN_WORD)
		return 1;
	n = clitics_split(&z->arena, &z->forms, t->form, words);
	return n > 1 && is_name(z, tokens, i, from) ? 1 : n;
}

/* The rows of token i, whose sentence is from..end. Returns the ID of the word that comes next. */
static size_t
put_token(struct tokenize *z, const struct tokens *tokens, size_t i, size_t from, size_t end,
	  size_t id)
{
	const struct token *t = &tokens->v[i];
	struct buf *out = &z->out;
	struct span words[CLITICS_WORDS];
	size_t n = split_token(z, tokens, i, from, end, words);

	put_number(out, id);
	if (n > 1) {
		buf_put(out, SPAN("-"));
		put_number(out, id + n - 1);
	}
	put_form(out, t->form);
	put_misc(out, t, i + 1 == tokens->n);
	for (size_t j = 0; n > 1 && j < n; j++) {
		put_number(out, id + j);
		put_form(out, words[j]);
		buf_put(out, SPAN("_\n"));
	}
	return id + n;
}

static void
put_comment(struct buf *out, struct span key, struct span value)
{
	buf_put(out, SPAN("# "));
	buf_put(out, key);
	buf_put(out, SPAN(" = "));
	buf_put(out, value);
	buf_put(out, SPAN("\n"));
}

static void
put_text(struct buf *out, const struct tokens *tokens, size_t from, size_t end)
{
	buf_put(out, SPAN("# text = "));
	for (size_t i = from; i < end; i++) {
		buf_put(out, tokens->v[i].form);
		if (i + 1 < end && tokens->v[i].gap.n > 0)
			buf_put(out, SPAN(" "));
	}
	buf_put(out, SPAN("\n"));
}

static void
put_sentence(struct tokenize *z, const struct tokens *tokens, size_t from, size_t end)
{
	struct buf *out = &z->out;
	size_t id = 1;

	buf_put(out, SPAN("# sent_id = "));
	buf_put(out, z->id);
	buf_put(out, SPAN("-"));
	put_number(out, ++z->sentences);
	buf_put(out, SPAN("\n"));
	put_text(out, tokens, from, end);
	for (size_t i = from; i < end; i++)
		id = put_token(z, tokens, i, from, end, id);
	buf_put(out, SPAN("\n"));
	put(buf_span(out)); /* in one piece: small writes cost more than the work */
	out->n = 0;
}

static void
put_meta(struct tokenize *z, const struct article *article)
{
	struct buf *out = &z->out;

	put_comment(out, SPAN("newdoc id"), z->id);
	for (size_t i = 0; i < article->fields.n; i++) {
		buf_put(out, SPAN("# meta::"));
		buf_put(out, article->fields.v[i].key);
		buf_put(out, SPAN(" = "));
		buf_put(out, article->fields.v[i].value);
		buf_put(out, SPAN("\n"));
	}
}

static void
tokenize_block(struct tokenize *z, struct span type, struct span text)
{
	struct tokens tokens;
	size_t from = 0, end;

	token_scan(&z->arena, &z->abbreviations, text, &tokens);
	if (tokens.n == 0)
		return;
	buf_put(&z->out, SPAN("# newpar\n"));
	if (!span_eq(type, SPAN("paragraph")))
		put_comment(&z->out, SPAN("block"), type);
	for (; from < tokens.n; from = end) {
		end = sentence_end(&z->arena, &z->stopwords, &tokens, from);
		put_sentence(z, &tokens, from, end);
	}
}

/* The title is a block of its own, unless the blocks have it. */
static bool
has_title_block(const struct article *article)
{
	for (size_t i = 0; i < article->blocks.n; i++)
		if (span_eq(article->blocks.v[i].type, SPAN("title")))
			return true;
	return false;
}

static void
tokenize_article(struct tokenize *z, const struct article *article)
{
	struct span title = article_field(article, SPAN("title"));

	z->article = article;
	z->names = (struct map){ 0 };
	z->id = article->id;
	if (!z->same_ids)
		z->id = idset_unique(&z->ids, &z->arena, article->id);
	z->sentences = 0;
	z->out = (struct buf){ .arena = &z->arena };
	put_meta(z, article);
	if (!has_title_block(article) && title.n > 0)
		tokenize_block(z, SPAN("title"), title);
	for (size_t i = 0; i < article->blocks.n; i++)
		tokenize_block(z, article->blocks.v[i].type, article->blocks.v[i].text);
	flush_if_unbuffered();
	arena_reset(&z->arena);
}

/* Other people's text: every line a paragraph. */
static void
text_to_blocks(struct arena *arena, struct span text, struct article *article)
{
	struct span line;

	while (span_cut(&text, '\n', &line))
		article_add(arena, article, SPAN("paragraph"), line);
}

static int
tokenize_record(struct tokenize *z, const struct input *in, struct span line)
{
	struct article article;
	struct buf id = { .arena = &z->arena };
	int rc = article_parse(&z->arena, line, &article);

	if (rc < 0)
		return rc;
	if (article.id.n == 0) {
		buf_printf(&id, "article-%zu", in->line);
		article.id = buf_span(&id);
	}
	if (article.blocks.n == 0)
		text_to_blocks(&z->arena, article.text, &article);
	if (article.blocks.n == 0)
		return ERR_EMPTY;
	tokenize_article(z, &article);
	return 0;
}

static int
tokenize_records(struct tokenize *z, struct input *in)
{
	struct span line;
	int rc;

	while ((rc = input_line(in, &line)) == 1)
		if (span_trim(line).n > 0 && (rc = tokenize_record(z, in, line)) < 0)
			return rc;
	return rc;
}

/* Plain text, one paragraph a line, is an article named after nothing but its place. */
static int
tokenize_text(struct tokenize *z, struct input *in)
{
	struct article article = { .id = SPAN("text") };
	struct span line;
	int rc;

	while ((rc = input_line(in, &line)) == 1) {
		struct span nfc;

		if ((rc = utf8_nfc(&z->arena, arena_copy(&z->arena, line), &nfc)) < 0)
			return rc;
		article_add(&z->arena, &article, SPAN("paragraph"), nfc);
	}
	if (rc == 0 && article.blocks.n > 0)
		tokenize_article(z, &article);
	return rc;
}

static void
tokenize_file(struct tokenize *z, const char *path)
{
	struct input in;
	struct span head;
	int rc;

	if ((rc = input_open(&in, path)) == 0 && (rc = input_peek(&in, 1, &head)) == 0)
		rc =
		    span_starts(head, SPAN("{")) ? tokenize_records(z, &in) : tokenize_text(z, &in);
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "same-ids", no_argument, NULL, 's' },
						  CLI_MODELS,
						  CLI_LONG };
	struct tokenize z = { .ids = { .oom = out_of_memory }, .arena = { .oom = out_of_memory } };
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 's')
			z.same_ids = true;
		else
			cli_option(c, usage);
	cli_table(&z.abbreviations, "abbreviations");
	cli_table(&z.stopwords, "stopwords");
	cli_table(&z.contractions, "contractions");
	cli_table_if_there(&z.forms, "tags");
	buffer_output();
	if (optind == argc)
		tokenize_file(&z, "-");
	for (int i = optind; i < argc; i++)
		tokenize_file(&z, argv[i]);
	table_close(&z.abbreviations);
	table_close(&z.stopwords);
	table_close(&z.contractions);
	table_close(&z.forms);
	idset_free(&z.ids);
	arena_free(&z.arena);
	finish(0);
}
