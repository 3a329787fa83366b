/* rassegna-translate - add "# text_en" to the sentences of CoNLL-U; see rassegna-translate(1). */
#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "cli.h"
#include "lib/article.h"
#include "lib/buf.h"
#include "lib/status.h"
#include "lib/utf8.h"
#include "lib/via.h"
#include "lib/wordwise.h"

static const char usage[] =
    "usage: rassegna-translate [-u] [--via COMMAND] [--models DIR] [FILE...]\n"
    "      --via COMMAND  a translator: a sentence a line in, as many lines out\n"
    "  -u, --unbuffered   write every document at once\n"
    "      --models DIR   where the compiled models are\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n";

/* Who translated stands on the first sentence: "gloss" is no translation, and render says so. */
static void
set_translator(struct arena *arena, struct document *doc, struct span name)
{
	comment_set(arena, &doc->sentences.v[0], SPAN("meta::translator"), name);
}

static void
gloss(void *wordwise, struct arena *arena, struct document *doc)
{
	set_translator(arena, doc, SPAN("gloss"));
	for (size_t i = 0; i < doc->sentences.n; i++)
		comment_set(arena, &doc->sentences.v[i], SPAN("text_en"),
			    wordwise_sentence(wordwise, arena, &doc->sentences.v[i]));
}

static void
translate_by_gloss(char *const operands[])
{
	struct wordwise w;

	cli_table(&w.lexicon, "lexicon");
	cli_table(&w.english.verbs, "english-verbs");
	cli_table(&w.english.nouns, "english-nouns");
	filter_documents(operands, gloss, &w);
	table_close(&w.lexicon);
	table_close(&w.english.verbs);
	table_close(&w.english.nouns);
}

/* A document that waits for its lines to come back. */
struct pending {
	struct arena arena;
	struct document doc;
	size_t translated; /* sentences */
	struct pending *next;
};

struct exchange {
	const char *command;
	struct span name; /* "via " and the command, on one line: never "gloss" */
	struct via via;
	struct pending *first, **last;
	size_t sent, received; /* lines */
};

static void
failed(const struct exchange *x)
{
	err(EX_TROUBLE, "translator '%s'", x->command);
}

static void
put_pending(struct exchange *x)
{
	struct pending *p = x->first;

	put_document(&p->doc);
	flush_if_unbuffered();
	x->first = p->next;
	if (x->first == NULL)
		x->last = &x->first;
	arena_free(&p->arena);
	free(p);
}

static void
receive(struct exchange *x)
{
	struct span line;

	while (x->first != NULL && via_line(&x->via, &line)) {
		struct pending *p = x->first;

		x->received++;
		if (!utf8_valid(line) || span_has(line, '\0'))
			errx(EX_TROUBLE, "translator '%s': line %zu is no UTF-8 text", x->command,
			     x->received);
		comment_set(&p->arena, &p->doc.sentences.v[p->translated++], SPAN("text_en"),
			    arena_copy(&p->arena, span_trim(line)));
		if (p->translated == p->doc.sentences.n)
			put_pending(x);
	}
}

static void
send_document(struct exchange *x, struct pending *p)
{
	set_translator(&p->arena, &p->doc, x->name);
	*x->last = p;
	x->last = &p->next;
	for (size_t i = 0; i < p->doc.sentences.n; i++) {
		if (via_write(&x->via, sentence_text(&p->doc.sentences.v[i])) < 0)
			failed(x);
		x->sent++;
	}
	receive(x);
}

/* The translator has said all it had to say: was it all, and did it end well? */
static void
end_exchange(struct exchange *x)
{
	struct span line;
	int status;

	if (via_end(&x->via) < 0)
		failed(x);
	receive(x);
	x->received += x->first == NULL && via_line(&x->via, &line);
	status = via_close(&x->via);
	if (WIFSIGNALED(status))
		errx(EX_TROUBLE, "translator '%s': killed by signal %d (%s)", x->command,
		     WTERMSIG(status), strsignal(WTERMSIG(status)));
	if (WEXITSTATUS(status) != 0)
		errx(EX_TROUBLE, "translator '%s': exited with status %d", x->command,
		     WEXITSTATUS(status));
	if (x->received != x->sent)
		errx(EX_TROUBLE, "translator '%s': %zu lines came back %s%zu", x->command,
		     x->received, x->received > x->sent ? "or more, for " : "for ", x->sent);
}

static struct pending *
new_pending(void)
{
	struct pending *p = calloc(1, sizeof(*p));

	if (p == NULL)
		out_of_memory();
	p->arena.oom = out_of_memory;
	return p;
}

static void
exchange_file(struct exchange *x, const char *path)
{
	struct input in;
	struct conllu reader = { .in = &in };
	struct pending *p = new_pending();
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = conllu_read(&reader, &p->arena, &p->doc)) == 1) {
		send_document(x, p);
		p = new_pending();
	}
	arena_free(&p->arena);
	free(p);
	if (rc < 0) {
		end_exchange(x);
		die_at(&in, rc);
	}
	input_close(&in);
}

static void
translate_via(const char *command, char *const operands[])
{
	struct exchange x = { .command = command };
	struct arena arena = { .oom = out_of_memory };
	struct buf name = { .arena = &arena };

	buf_put(&name, SPAN("via "));
	buf_put(&name, text_squeeze(&arena, span_of(command)));
	x.name = buf_span(&name);
	x.last = &x.first;
	signal(SIGPIPE, SIG_IGN); /* see via.h; put() stays as quiet as ever */
	if (via_open(&x.via, command) < 0)
		failed(&x);
	if (*operands == NULL)
		exchange_file(&x, "-");
	for (; *operands != NULL; operands++)
		exchange_file(&x, *operands);
	end_exchange(&x);
	arena_free(&arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "via", required_argument, NULL, 'v' },
		CLI_MODELS,
		CLI_LONG,
	};
	const char *command = NULL;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'v')
			command = optarg;
		else
			cli_option(c, usage);
	if (command != NULL)
		translate_via(command, argv + optind);
	else
		translate_by_gloss(argv + optind);
	finish(0);
}
