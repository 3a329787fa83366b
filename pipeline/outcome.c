#include "outcome.h"

#include <err.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/status.h"

/* What a transaction gathers is what a crash costs, to do it again; a commit costs as much as the
 * disk is slow. It comes as often as it takes a twentieth of the time, at least every 10 s. */
enum { COMMIT_ITEMS = 5000, COMMIT_SECONDS = 10, COMMIT_SHARE = 20, LOCK_TRIES = 20 };
static const double commit_least = .5;

static const char failed_file[] = "failed.jsonl", db_file[] = "rassegna.db";

/* ---- trouble: nothing more can be written */

_Noreturn static void
no_database(struct outcome *o)
{
	progress_clear(o->progress);
	errx(EX_TROUBLE, "%s: %s", o->db, store_error(o->store));
}

_Noreturn static void
no_files(struct outcome *o)
{
	progress_clear(o->progress);
	err(EX_TROUBLE, "%s", o->out);
}

static void
check(struct outcome *o, int rc)
{
	if (rc < 0)
		no_database(o);
}

/* ---- open */

/* A run that was killed may hold its lock until the last of its processes is gone. */
static void
open_results(struct outcome *o)
{
	struct timespec wait = { .tv_nsec = 50 * 1000 * 1000 };
	int rc;

	for (int i = 0; (rc = results_open(&o->results, o->out)) < 0 && i < LOCK_TRIES; i++) {
		if (errno != EWOULDBLOCK)
			err(EX_TROUBLE, "%s", o->out);
		results_close(&o->results);
		nanosleep(&wait, NULL);
	}
	if (rc < 0)
		errx(EX_TROUBLE, "%s: another run is at work there", o->out);
}

static const char *
default_db(struct outcome *o)
{
	struct buf path = { .arena = &o->kept };

	buf_printf(&path, "%s/%s", o->out, db_file);
	return arena_cstr(&o->kept, buf_span(&path));
}

void
outcome_open(struct outcome *o)
{
	o->kept.oom = out_of_memory;
	open_results(o);
	if (o->no_db)
		return;
	if (o->db == NULL)
		o->db = default_db(o);
	cli_stemmer(&o->stems.stemmer);
	cli_table(&o->abbreviations, "abbreviations");
	o->stems.abbreviations = &o->abbreviations;
	check(o, store_open(&o->store, o->db, &o->stems, out_of_memory));
}

/* ---- transactions */

static void
begin(struct outcome *o)
{
	if (o->begun)
		return;
	check(o, store_begin(o->store));
	o->begun = true;
	o->begun_at = cli_clock();
	o->uncommitted = 0;
}

static void
commit(struct outcome *o)
{
	double from = cli_clock();

	if (results_sync(&o->results) < 0)
		no_files(o);
	if (o->begun)
		check(o, store_commit(o->store));
	o->begun = false;
	o->commit_cost = cli_clock() - from;
}

static double
commit_after(const struct outcome *o)
{
	double seconds = COMMIT_SHARE * o->commit_cost;

	if (seconds < commit_least)
		return commit_least;
	return seconds < COMMIT_SECONDS ? seconds : COMMIT_SECONDS;
}

void
outcome_tick(struct outcome *o)
{
	if (o->begun &&
	    (o->uncommitted >= COMMIT_ITEMS || cli_clock() - o->begun_at >= commit_after(o)))
		commit(o);
}

/* ---- items */

enum store_state
outcome_state(struct outcome *o, struct span name, struct span hash)
{
	int state;

	if (o->no_db)
		return STORE_NEW;
	check(o, state = store_state(o->store, name, hash, o->options, o->models));
	return (enum store_state)state;
}

/* The name of the item, and #3 if its documents are numbered: not as the stream shows it, which may
 * have squeezed blanks, so that two files stay two. */
static struct span
source_of(struct arena *arena, const struct item_outcome *item, size_t i)
{
	struct span source;

	if (!comment_get(&item->documents[i].sentences.v[0], SPAN("meta::source"), &source) ||
	    !span_starts(source, item->key))
		return item->name;
	return arena_concat(arena, item->name, span_from(source, item->key.n));
}

static void
put_documents(struct outcome *o, struct arena *arena, const struct item_outcome *item)
{
	for (size_t i = 0; i < item->n; i++)
		check(o, store_document(o->store, arena, item->name, i + 1, &item->documents[i]));
}

static void
forget(struct outcome *o, const struct item_outcome *item)
{
	if (!o->no_db)
		check(o, store_forget(o->store, item->name));
}

static void
remove_files(struct outcome *o, struct arena *arena, const struct item_outcome *item)
{
	results_remove(&o->results, arena, item->name);
	for (size_t i = 0; i < item->n; i++)
		results_remove(&o->results, arena, source_of(arena, item, i));
}

/* A name that cannot be written is the item's fault; anything else ends the run, and what was
 * done before is kept if it can be. */
static void
cannot_write(struct outcome *o, struct arena *arena, struct item_outcome *item)
{
	int error = errno;

	forget(o, item);
	if (!results_name_is_bad(error)) {
		if (!o->no_db && results_sync(&o->results) == 0)
			store_commit(o->store);
		errno = error;
		no_files(o);
	}
	remove_files(o, arena, item);
	item->n = 0;
	item->stage = SPAN("write");
	item->error = arena_copy(arena, span_of(strerror(error)));
}

static void
put_files(struct outcome *o, struct arena *arena, struct item_outcome *item)
{
	if (item->n == 0)
		remove_files(o, arena, item);
	for (size_t i = 0; i < item->n; i++)
		if (results_write(&o->results, arena, source_of(arena, item, i),
				  &item->documents[i]) < 0)
			cannot_write(o, arena, item);
}

static void
put_item(struct outcome *o, const struct item_outcome *item)
{
	struct store_item row = { .name = item->name,
				  .hash = item->hash,
				  .options = o->options,
				  .models = o->models,
				  .version = SPAN(RASSEGNA_VERSION),
				  .state = item->error.n > 0 ? STORE_FAILED : STORE_DONE,
				  .stage = item->stage,
				  .error = item->error,
				  .seconds = item->seconds };

	check(o, store_item(o->store, &row));
	o->uncommitted++;
}

static void
note_failure(struct outcome *o, const struct item_outcome *item)
{
	if (o->no_db)
		*PUSH(&o->kept, &o->failures) = (struct failure){
			arena_copy(&o->kept, item->name),
			arena_copy(&o->kept, item->stage),
			arena_copy(&o->kept, item->error),
		};
}

static void
count(struct outcome *o, struct arena *arena, const struct item_outcome *item)
{
	o->progress->documents += item->n;
	if (item->error.n == 0) {
		o->progress->done++;
		return;
	}
	o->progress->failed++;
	progress_failed(o->progress, item->name, arena_cstr(arena, item->stage), item->error);
	note_failure(o, item);
}

void
outcome_put(struct outcome *o, struct arena *arena, struct item_outcome *item)
{
	if (!o->no_db) {
		begin(o);
		forget(o, item);
		put_documents(o, arena, item);
	}
	if (!o->no_files)
		put_files(o, arena, item);
	if (!o->no_db)
		put_item(o, item);
	count(o, arena, item);
	outcome_tick(o);
}

/* ---- OUT/failed.jsonl */

static json_t *
text_of(struct span a)
{
	return json_stringn_nocheck(a.s, a.n);
}

static void
put_failure(struct buf *out, const struct failure *f)
{
	json_t *o = json_object();
	char *line;

	json_object_set_new(o, "source", text_of(f->name));
	json_object_set_new(o, "stage", text_of(f->stage));
	json_object_set_new(o, "error", text_of(f->error));
	if ((line = json_dumps(o, JSON_COMPACT)) == NULL)
		out_of_memory();
	buf_put(out, span_of(line));
	buf_putc(out, '\n');
	free(line);
	json_decref(o);
}

static void
take_failure(void *self, const struct store_item *item)
{
	put_failure(self, &(struct failure){ item->name, item->stage, item->error });
}

static int
by_name(const void *a, const void *b)
{
	return span_cmp(((const struct failure *)a)->name, ((const struct failure *)b)->name);
}

static void
list_failures(struct outcome *o, struct buf *out)
{
	if (!o->no_db) {
		check(o, store_failures(o->store, take_failure, out));
		return;
	}
	if (o->failures.n > 0)
		qsort(o->failures.v, o->failures.n, sizeof(*o->failures.v), by_name);
	for (size_t i = 0; i < o->failures.n; i++)
		put_failure(out, &o->failures.v[i]);
}

static void
write_failures(struct outcome *o)
{
	struct buf out = { .arena = &o->kept };

	list_failures(o, &out);
	if (out.n == 0)
		unlinkat(o->results.dir, failed_file, 0);
	else if (results_put(&o->results, failed_file, buf_span(&out)) < 0)
		no_files(o);
}

void
outcome_close(struct outcome *o)
{
	commit(o);
	write_failures(o);
	results_close(&o->results);
	store_close(o->store);
	if (!o->no_db) {
		stemmer_close(&o->stems.stemmer);
		table_close(&o->abbreviations);
	}
	arena_free(&o->kept);
}
