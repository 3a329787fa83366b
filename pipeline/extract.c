/* rassegna-extract - find the articles in files of any kind and write each as a line of JSON; see
 * rassegna-extract(1). */
#include <err.h>
#include <errno.h>
#include <string.h>

#include "cli.h"
#include "lib/articles.h"
#include "lib/container.h"
#include "lib/langid.h"
#include "lib/operands.h"
#include "lib/status.h"

static const char usage[] =
    "usage: rassegna-extract [-u] [OPTION...] [FILE|FOLDER...]\n"
    "      --format NAME      what the input is: text, markdown, html, feed, nitf, newsml,\n"
    "                         ninjs, json, jsonl, warc, tar, zip\n"
    "      --field NAME       the field of JSON that holds the text\n"
    "      --files-from LIST  read the files that LIST names, a line each or NUL between them\n"
    "      --max-bytes N      at most N[K|M|G] bytes for a document, unpacked (64M)\n"
    "      --only-italian     leave out what is in another language\n"
    "      --explain          what was kept and dropped, and why, instead of articles\n"
    "  -u, --unbuffered       write every article at once\n"
    "      --models DIR       where the compiled models are\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n";

enum { MAX_BYTES = 512 << 20 }; /* beyond it the decoder's offsets end */

struct extract {
	struct articles_options options;
	struct langid *langid;
	enum format format; /* of containers; of documents it stands in options */
	bool only_italian;
	struct arena arena; /* of the item at hand */
	size_t written, failed, foreign, passed_over;
};

/* In the largest unit that it is a whole number of. */
static const char *
size_str(size_t n, char str[32])
{
	static const char *const units[] = { "bytes", "KiB", "MiB", "GiB" };
	size_t i = 0;

	for (; i < 3 && n % 1024 == 0; i++)
		n /= 1024;
	snprintf(str, 32, "%zu %s", n, units[i]);
	return str;
}

/* An item's name is its place; ERR_SIZE says how much it might have had. */
static void
fail(struct extract *x, struct span name, size_t line, int rc)
{
	const char *reason = status_str(rc); /* of errno, while it is true */
	char place[32] = "", size[32];

	if (line > 0)
		snprintf(place, sizeof(place), ":%zu", line);
	if (rc == ERR_SIZE)
		warnx("%.*s%s: larger than a document may be (%s)", (int)name.n, name.s, place,
		      size_str(x->options.max_bytes, size));
	else
		warnx("%.*s%s: %s", (int)name.n, name.s, place, reason);
	x->failed++;
}

static void
put_verdicts(const struct article *article)
{
	struct span source = article_field(article, SPAN("source"));

	for (size_t i = 0; i < article->verdicts.n; i++) {
		const struct verdict *v = &article->verdicts.v[i];

		put(source);
		printf("\t%zu\t", v->line);
		put(v->class);
		put(SPAN("\t"));
		put(v->rule);
		put(SPAN("\t"));
		put(v->text);
		put(SPAN("\n"));
	}
}

static void
put_article(struct extract *x, const struct article *article)
{
	if (x->options.explain) {
		put_verdicts(article);
	} else {
		put(article_print(&x->arena, article));
		put(SPAN("\n"));
	}
	x->written++;
	flush_if_unbuffered();
}

static struct span
language_of(const struct extract *x, const struct article *article)
{
	struct langid_count count = { 0 };

	for (size_t i = 0; i < article->blocks.n; i++)
		langid_add(x->langid, article->blocks.v[i].text, &count);
	return langid_result(x->langid, &count);
}

/* "" is a text too short to tell, which may well be Italian. */
static void
take_article(struct extract *x, struct article *article)
{
	struct span source = article_field(article, SPAN("source"));
	struct span lang = language_of(x, article);
	bool foreign = lang.n > 0 && !span_eq(lang, SPAN("it"));

	if (article->blocks.n == 0) {
		fail(x, source, 0, ERR_EMPTY);
		return;
	}
	if (foreign)
		warnx("%.*s: %s (%.*s)", (int)source.n, source.s, status_str(ERR_LANGUAGE),
		      (int)lang.n, lang.s);
	x->foreign += foreign && x->only_italian;
	if (foreign && x->only_italian)
		return;
	article_set(&x->arena, article, SPAN("lang"), lang);
	put_article(x, article);
}

static void
extract_item(struct extract *x, const struct item *item)
{
	struct articles articles;
	int rc = articles_read(&x->arena, &x->options, item, &articles);

	if (articles.replaced > 0)
		warnx("%.*s: %zu byte%s not decoded", (int)item->name.n, item->name.s,
		      articles.replaced, articles.replaced > 1 ? "s" : "");
	for (size_t i = 0; i < articles.list.n; i++)
		if (rc == 0 || articles.list.v[i].blocks.n > 0)
			take_article(x, &articles.list.v[i]);
	if (rc == 0 && articles.list.n == 0 && !articles.passed_over)
		rc = ERR_EMPTY;
	if (rc < 0)
		fail(x, item->name, articles.bad_line, rc);
	x->passed_over += articles.passed_over;
}

static void
extract_file(struct extract *x, const char *path)
{
	struct container container;
	struct item item = { .name = span_of(path) };
	int rc = container_open(&container, path, x->options.max_bytes);

	container.format = x->format;
	if (rc < 0)
		fail(x, item_text(&x->arena, item.name), 0, rc);
	while (rc == 0 && (rc = container_next(&container, &x->arena, &item)) != 0) {
		if (rc < 0)
			fail(x, item.name, 0, rc);
		else
			extract_item(x, &item);
		arena_reset(&x->arena);
		rc = 0;
	}
	x->passed_over += container.skipped;
	container_close(&container);
	arena_reset(&x->arena);
}

static void
extract_files(struct extract *x, char *const argv[], const char *list)
{
	struct operands operands;
	const char *path;
	int rc = operands_open(&operands, argv, list, out_of_memory);

	if (rc < 0 && rc != ERR_IO)
		errx(EX_TROUBLE, "%s: %s", list, status_str(rc));
	if (rc < 0)
		err(EX_TROUBLE, "%s", list);
	while ((rc = operands_next(&operands, &path)) != 0)
		if (rc > 0)
			extract_file(x, path);
		else
			fail(x, item_text(&x->arena, span_of(path)), 0, rc);
	operands_close(&operands);
}

static void
set_format(struct extract *x, const char *name)
{
	x->format = format_named(span_of(name));
	if (x->format == FORMAT_UNKNOWN)
		errx(EX_TROUBLE, "%s: no format that --format knows", name);
	if (x->format < FORMAT_JSONL)
		x->options.format = x->format;
	else if (x->format == FORMAT_JSONL)
		x->options.format = FORMAT_JSON;
}

static void
check_model(const char *name, int rc)
{
	if (rc < 0)
		errx(EX_TROUBLE, "%s.table: %s", name, status_str(rc));
}

/* Nothing is lost in silence: also that there was nothing. */
static int
report(const struct extract *x)
{
	bool nothing = x->written == 0 && x->failed == 0 && x->foreign == 0 &&
		       x->format != FORMAT_JSONL; /* a share of records may be empty */

	if (nothing)
		warnx("no article found");
	if (x->passed_over > 0)
		warnx("%zu WARC record%s without a page", x->passed_over,
		      x->passed_over > 1 ? "s" : "");
	if (x->foreign > 0)
		warnx("%zu article%s left out as not Italian", x->foreign,
		      x->foreign > 1 ? "s" : "");
	if (x->failed > 0)
		warnx("%zu article%s left out", x->failed, x->failed > 1 ? "s" : "");
	return x->failed > 0 || nothing ? EX_DATA : 0;
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "format", required_argument, NULL, 'f' },
						  { "field", required_argument, NULL, 'F' },
						  { "files-from", required_argument, NULL, 'l' },
						  { "max-bytes", required_argument, NULL, 'b' },
						  { "only-italian", no_argument, NULL, 'i' },
						  { "explain", no_argument, NULL, 'e' },
						  CLI_MODELS,
						  CLI_LONG };
	struct extract x = { .arena = { .oom = out_of_memory },
			     .options = { .max_bytes = 64 << 20 } };
	const char *list = NULL;
	struct table patterns, languages;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		switch (c) {
		case 'f':
			set_format(&x, optarg);
			break;
		case 'F':
			x.options.field = span_of(optarg);
			break;
		case 'l':
			list = optarg;
			break;
		case 'b':
			x.options.max_bytes = cli_bytes(optarg, "--max-bytes", MAX_BYTES);
			break;
		case 'i':
			x.only_italian = true;
			break;
		case 'e':
			x.options.explain = true;
			break;
		default:
			cli_option(c, usage);
		}
	cli_table(&patterns, "boilerplate");
	cli_table(&languages, "languages");
	check_model("boilerplate", boilerplate_open(&x.options.boilerplate, &patterns));
	check_model("languages", langid_open(&x.langid, &languages));
	buffer_output();
	extract_files(&x, argv + optind, list);
	langid_close(x.langid);
	boilerplate_close(x.options.boilerplate);
	table_close(&languages);
	table_close(&patterns);
	arena_free(&x.arena);
	finish(report(&x));
}
