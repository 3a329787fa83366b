/* rassegna-translate - add "# text_en" to the sentences of CoNLL-U; see rassegna-translate(1). */
#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "cli.h"
#include "lib/article.h"
#include "lib/buf.h"
#include "lib/chosen.h"
#include "lib/memory.h"
#include "lib/status.h"
#include "lib/translator.h"
#include "lib/utf8.h"
#include "lib/via.h"

static const char usage[] =
    "usage: rassegna-translate [OPTION...] [FILE...]\n"
    "      --glossary FILE  entries to obey: TSV, OmegaT or TBX\n"
    "      --memory FILE  sentences translated before: TMX or TSV\n"
    "      --beam N       hypotheses tried for each word (100): more is better and slower\n"
    "      --explain      add the phrases used, their origin and score\n"
    "      --without PART  leave out a part, to see its worth: lexicon, rules, walls,\n"
    "                     expressions, subjects, order, reordering, compose, classes or gloss\n"
    "      --via COMMAND  a translator: a sentence a line in, as many lines out\n"
    "  -u, --unbuffered   write every document at once\n"
    "      --models DIR   where the compiled models are\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n";

/* Who translated stands on the first sentence that is the digest's: render looks there. */
static void
set_translator(struct arena *arena, struct document *doc, struct span name)
{
	size_t first = 0;

	while (first + 1 < doc->sentences.n && !sentence_chosen(&doc->sentences.v[first]))
		first++;
	comment_set(arena, &doc->sentences.v[first], SPAN("meta::translator"), name);
}

/* One phrase of a translation: which words, their English, from where, and its score. */
static void
explain_phrase(struct arena *arena, struct sentence *s, const struct source *source,
	       const struct hypothesis *h)
{
	const struct candidate *c = h->candidate;
	struct buf line = { .arena = arena };

	for (unsigned i = c->from; i < c->to; i++) {
		buf_put(&line, source->words.v[i].form);
		buf_putc(&line, ' ');
	}
	buf_put(&line, SPAN("|"));
	for (size_t i = 0; i < c->n; i++) {
		buf_putc(&line, ' ');
		buf_put(&line, c->words[i]);
	}
	buf_printf(&line, " | %s | %.2f", origin_names[c->origin],
		   (double)(h->score - h->before->score));
	comment_add(arena, s, SPAN("phrase"), buf_span(&line));
}

/* Words of the text that have come through as they were, though they are no names. */
static struct span
untranslated(struct arena *arena, const struct translation *out)
{
	struct buf words = { .arena = arena };

	for (size_t k = out->path.n; k-- > 0;) {
		const struct candidate *c = out->path.step[k]->candidate;
		const struct source_word *w = &out->source.words.v[c->from];

		if (c->origin != FROM_COPY || row_is(w->row, "PROPN") || !utf8_has_letter(w->form))
			continue;
		buf_put(&words, words.n > 0 ? SPAN(" ") : SPAN(""));
		buf_put(&words, w->written);
	}
	return buf_span(&words);
}

struct engine {
	struct translator t;
	struct arena arena; /* of glossary and memory */
	struct table abbreviations;
	struct glossary glossary;
	struct memory_pairs pairs;
	struct memory memory;
	bool explain;
};

/* A sentence that the user has in his memory is taken from there. */
static bool
remember(const struct engine *e, struct arena *arena, struct sentence *s)
{
	const struct memory_pair *pair =
	    e->pairs.n > 0 ? memory_find(&e->memory, arena, sentence_text(s)) : NULL;

	if (pair == NULL)
		return false;
	comment_set(arena, s, SPAN("text_en"), pair->english);
	if (e->explain)
		comment_add(arena, s, SPAN("phrase"),
			    arena_concat(arena, pair->italian, SPAN(" | = | memory | 0.00")));
	return true;
}

static void
translate_sentence(const struct engine *e, struct arena *arena, struct sentence *s)
{
	struct translation out;
	struct span left;

	comment_drop(s, SPAN("phrase"));
	comment_drop(s, SPAN("untranslated"));
	if (remember(e, arena, s))
		return;
	translate(&e->t, arena, s, &out);
	comment_set(arena, s, SPAN("text_en"), out.text);
	for (size_t k = out.path.n; e->explain && k-- > 0;)
		explain_phrase(arena, s, &out.source, out.path.step[k]);
	left = untranslated(arena, &out);
	if (left.n > 0)
		comment_add(arena, s, SPAN("untranslated"), left);
}

static void
translate_document(void *self, struct arena *arena, struct document *doc)
{
	const struct engine *e = self;

	set_translator(arena, doc, SPAN("rassegna"));
	for (size_t i = 0; i < doc->sentences.n; i++)
		if (sentence_chosen(&doc->sentences.v[i]))
			translate_sentence(e, arena, &doc->sentences.v[i]);
}

static void
read_glossary(struct engine *e, const char *path)
{
	struct glossary_entries entries = { 0 };
	struct span bytes;
	struct input in;
	int rc;

	cli_table(&e->abbreviations, "abbreviations");
	if ((rc = input_open(&in, path)) < 0 || (rc = input_rest(&in, &bytes)) < 0 ||
	    (rc = glossary_read(&e->arena, bytes, &entries, &in.line)) < 0)
		die_at(&in, rc);
	glossary_index(&e->arena, &e->abbreviations, &entries, &e->glossary);
	e->t.glossary = &e->glossary;
	input_close(&in);
}

static void
read_memory(struct engine *e, const char *path)
{
	struct span bytes;
	struct input in;
	int rc;

	if ((rc = input_open(&in, path)) < 0 || (rc = input_rest(&in, &bytes)) < 0 ||
	    (rc = memory_read(&e->arena, bytes, &e->pairs, &in.line)) < 0)
		die_at(&in, rc);
	memory_index(&e->arena, &e->pairs, &e->memory);
	input_close(&in);
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

/* Are all lines of the document back? */
static bool
is_complete(struct pending *p)
{
	while (p->translated < p->doc.sentences.n &&
	       !sentence_chosen(&p->doc.sentences.v[p->translated]))
		p->translated++;
	return p->translated == p->doc.sentences.n;
}

static void
take_line(struct exchange *x, struct span line)
{
	struct pending *p = x->first;

	x->received++;
	if (!utf8_valid(line) || span_has(line, '\0'))
		errx(EX_TROUBLE, "translator '%s': line %zu is no UTF-8 text", x->command,
		     x->received);
	comment_set(&p->arena, &p->doc.sentences.v[p->translated++], SPAN("text_en"),
		    arena_copy(&p->arena, span_trim(line)));
}

static void
receive(struct exchange *x)
{
	struct span line;

	while (x->first != NULL) {
		if (is_complete(x->first))
			put_pending(x);
		else if (via_line(&x->via, &line))
			take_line(x, line);
		else
			return;
	}
}

static void
send_document(struct exchange *x, struct pending *p)
{
	set_translator(&p->arena, &p->doc, x->name);
	*x->last = p;
	x->last = &p->next;
	for (size_t i = 0; i < p->doc.sentences.n; i++) {
		if (!sentence_chosen(&p->doc.sentences.v[i]))
			continue;
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

static enum part
find_part(const char *name)
{
	for (int i = 0; i < NPARTS; i++)
		if (strcmp(name, part_names[i]) == 0)
			return (enum part)i;
	errx(EX_TROUBLE, "%s: nothing of this name can be left out", name);
}

struct options {
	const char *via, *glossary, *memory;
	long beam;
	bool explain, without[NPARTS];
};

static void
translate_all(const struct options *o, char *const operands[])
{
	static struct engine e;

	e = (struct engine){ .explain = o->explain, .arena = { .oom = out_of_memory } };
	cli_translator(&e.t);
	if (o->glossary != NULL)
		read_glossary(&e, o->glossary);
	if (o->memory != NULL)
		read_memory(&e, o->memory);
	if (o->beam > 0)
		e.t.limits.beam = (size_t)o->beam;
	for (int i = 0; i < NPARTS; i++)
		if (o->without[i])
			translator_leave_out(&e.t, (enum part)i);
	filter_documents(operands, translate_document, &e);
	translator_close(&e.t);
	table_close(&e.abbreviations);
	arena_free(&e.arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "via", required_argument, NULL, 'v' },
		{ "glossary", required_argument, NULL, 'g' },
		{ "memory", required_argument, NULL, 'M' },
		{ "beam", required_argument, NULL, 'b' },
		{ "explain", no_argument, NULL, 'e' },
		{ "without", required_argument, NULL, 'w' },
		CLI_MODELS,
		CLI_LONG,
	};
	struct options o = { 0 };
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'v')
			o.via = optarg;
		else if (c == 'g')
			o.glossary = optarg;
		else if (c == 'M')
			o.memory = optarg;
		else if (c == 'b')
			o.beam = cli_number(optarg, "the beam", 1);
		else if (c == 'e')
			o.explain = true;
		else if (c == 'w')
			o.without[find_part(optarg)] = true;
		else
			cli_option(c, usage);
	if (o.via != NULL && (o.glossary != NULL || o.memory != NULL))
		errx(EX_TROUBLE, "--via takes neither --glossary nor --memory");
	if (o.via != NULL)
		translate_via(o.via, argv + optind);
	else
		translate_all(&o, argv + optind);
	finish(0);
}
