/* rassegna-extract - find the article in a text, HTML or JSON Lines file and write it as a
 * line of JSON; see rassegna-extract(1). */
#include <err.h>
#include <string.h>

#include "cli.h"
#include "lib/article.h"
#include "lib/boilerplate.h"
#include "lib/buf.h"
#include "lib/decode.h"
#include "lib/html.h"
#include "lib/plaintext.h"
#include "lib/status.h"

static const char usage[] = "usage: rassegna-extract [-u] [--models DIR] [FILE...]\n"
			    "  -u, --unbuffered  write every article at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

enum { SNIFF = 16 }; /* bytes that tell JSON and HTML from text */

struct extract {
	struct boilerplate *boilerplate;
	struct arena arena; /* of the article at hand */
	size_t failed;
};

/* A file's name as text: names are bytes. */
static struct span
name_of(struct arena *arena, const struct input *in)
{
	struct span name = span_of(in->name);

	return decode(arena, name, SPAN(""), &name, &(size_t){ 0 }) == 0 ? name : SPAN("article");
}

/* "./news/a b.txt.gz" is "news/a_b". */
static struct span
id_of(struct arena *arena, const struct input *in)
{
	static const struct span endings[] = { SPAN(".gz"),  SPAN(".txt"),   SPAN(".html"),
					       SPAN(".htm"), SPAN(".jsonl"), SPAN(".json") };
	struct span id = name_of(arena, in);

	while (span_starts(id, SPAN("../")) || span_starts(id, SPAN("./")) ||
	       span_starts(id, SPAN("/")))
		id = span_from(id, id.s[0] == '/' ? 1 : id.s[1] == '/' ? 2 : 3);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (span_ends(id, endings[i]) && id.n > endings[i].n)
			id.n -= endings[i].n;
	id = arena_copy(arena, span_eq(id, SPAN("<stdin>")) ? SPAN("stdin") : id);
	for (size_t i = 0; i < id.n; i++)
		if (strchr(" \t\n\r\v\f", id.s[i]) != NULL)
			((char *)id.s)[i] = '_';
	return id;
}

static void
put_article(struct extract *x, const struct article *article)
{
	put(article_print(&x->arena, article));
	put(SPAN("\n"));
	flush_if_unbuffered();
}

/* "Torna in altoMeta ha accettato": a menu's line glued to the text by a lost line break. */
static struct span
cut_glued(struct extract *x, struct span line)
{
	for (size_t i = 1; i + 1 < line.n && i < 80; i++) {
		bool border = line.s[i - 1] >= 'a' && line.s[i - 1] <= 'z' && line.s[i] >= 'A' &&
			      line.s[i] <= 'Z';

		if (border &&
		    boilerplate_match(x->boilerplate, &x->arena, (struct span){ line.s, i }))
			return span_from(line, i);
	}
	return line;
}

static void
drop_lines(struct extract *x, struct lines *lines)
{
	size_t n = 0;

	for (size_t i = 0; i < lines->n; i++)
		if (lines->v[i].n > 0 && !boilerplate_match(x->boilerplate, &x->arena, lines->v[i]))
			lines->v[n++] = cut_glued(x, lines->v[i]);
	lines->n = n;
}

static void
drop_blocks(struct extract *x, struct article *article)
{
	size_t n = 0;

	for (size_t i = 0; i < article->blocks.n; i++)
		if (!boilerplate_match(x->boilerplate, &x->arena, article->blocks.v[i].text))
			article->blocks.v[n++] = article->blocks.v[i];
	article->blocks.n = n;
}

static void
text_blocks(struct extract *x, struct span text, struct article *article)
{
	struct lines lines;

	plaintext_lines(&x->arena, text, &lines);
	drop_lines(x, &lines);
	plaintext_blocks(&x->arena, &lines, article);
}

/* A record of JSON Lines; one without an id gets the file's, with the line. */
static int
extract_record(struct extract *x, const struct input *in, struct span line)
{
	struct article article;
	struct buf id = { .arena = &x->arena };
	int rc = article_parse(&x->arena, line, &article);

	if (rc < 0)
		return rc;
	if (article.id.n == 0) {
		buf_put(&id, id_of(&x->arena, in));
		buf_printf(&id, "-%zu", in->line);
		article.id = buf_span(&id);
	}
	article_set(&x->arena, &article, SPAN("source"), name_of(&x->arena, in));
	if (article.blocks.n == 0)
		text_blocks(x, article.text, &article);
	if (article.blocks.n == 0)
		return ERR_EMPTY;
	put_article(x, &article);
	return 0;
}

static bool
is_one_line(int rc) /* a fault of this line: the next one can be read */
{
	return rc == ERR_UTF8 || rc == ERR_NUL || rc == ERR_JSON || rc == ERR_EMPTY;
}

static int
extract_records(struct extract *x, struct input *in)
{
	struct span line;
	int rc;

	while ((rc = input_line(in, &line)) != 0) {
		if (rc > 0)
			rc = span_trim(line).n > 0 ? extract_record(x, in, line) : 0;
		arena_reset(&x->arena);
		if (rc < 0 && !is_one_line(rc))
			return rc;
		if (rc < 0) {
			warn_at(in, rc);
			x->failed++;
		}
	}
	return 0;
}

/* A file that is one article: HTML or plain text. */
static int
extract_whole(struct extract *x, struct input *in)
{
	struct article article = { .id = id_of(&x->arena, in) };
	struct span bytes, text;
	int rc;

	if ((rc = input_rest(in, &bytes)) < 0 ||
	    (rc = decode(&x->arena, bytes, SPAN(""), &text, &(size_t){ 0 })) < 0)
		return rc;
	article_set(&x->arena, &article, SPAN("source"), name_of(&x->arena, in));
	if (html_sniff(text)) {
		if ((rc = html_blocks(&x->arena, text, &article)) < 0)
			return rc;
		drop_blocks(x, &article);
	} else {
		text_blocks(x, text, &article);
	}
	if (article.blocks.n == 0)
		return ERR_EMPTY;
	put_article(x, &article);
	return 0;
}

static bool
json_sniff(struct span head)
{
	return span_starts(head, SPAN("{")) &&
	       span_starts(span_trim(span_from(head, 1)), SPAN("\""));
}

static void
extract_file(struct extract *x, const char *path)
{
	struct input in;
	struct span head;
	int rc;

	if ((rc = input_open(&in, path)) == 0 && (rc = input_peek(&in, SNIFF, &head)) == 0)
		rc = json_sniff(head) ? extract_records(x, &in) : extract_whole(x, &in);
	if (rc < 0) {
		warn_at(&in, rc);
		x->failed++;
	}
	input_close(&in);
	arena_reset(&x->arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { CLI_MODELS, CLI_LONG };
	struct extract x = { .arena = { .oom = out_of_memory } };
	struct table patterns;
	int c, rc;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		cli_option(c, usage);
	cli_table(&patterns, "boilerplate");
	if ((rc = boilerplate_open(&x.boilerplate, &patterns)) < 0)
		errx(EX_TROUBLE, "boilerplate.table: %s", status_str(rc));
	if (optind == argc)
		extract_file(&x, "-");
	for (int i = optind; i < argc; i++)
		extract_file(&x, argv[i]);
	if (x.failed > 0)
		warnx("%zu article%s left out", x.failed, x.failed > 1 ? "s" : "");
	boilerplate_close(x.boilerplate);
	table_close(&patterns);
	arena_free(&x.arena);
	finish(x.failed > 0 ? EX_DATA : 0);
}
