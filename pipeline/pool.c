#include "pool.h"

#include <stdlib.h>

#include "cli.h"
#include "lib/buf.h"

/* Items under way in a chain: enough to keep eight stages at work, each of which holds one or two
 * back. Bytes: beyond them it is cheaper to let the chain end than to hold more. Of items that give
 * nothing many may pass before one comes that gives something. */
enum { WINDOW = 32, WINDOW_BYTES = 8 << 20, WINDOW_QUIET = 512, KEPT = 1 << 20 };

struct pool {
	const struct chain *chain;
	struct pool_limits limits;
	const struct pool_calls *calls;
	struct runner_calls runner_calls;
	struct runner *runners; /* [limits.jobs] */
	struct runner *chosen;  /* for the next item */
	struct pollfd *fds;     /* [limits.jobs * RUNNER_FDS] */
	struct flight *suspects, **last_suspect, *unused;
	struct arena arena; /* of a fault */
	bool holds;         /* a stage gives nothing out before its input ends */
};

/* ---- flights */

static struct flight *
new_flight(struct pool *p)
{
	struct flight *f = p->unused;

	if (f != NULL)
		p->unused = f->next;
	else if ((f = malloc(sizeof(*f))) != NULL)
		f->arena = (struct arena){ .oom = out_of_memory };
	else
		out_of_memory();
	*f = (struct flight){ .arena = f->arena };
	return f;
}

static void
put_away(struct pool *p, struct flight *f)
{
	arena_reset(&f->arena);
	if (f->arena.end - f->arena.cur > KEPT)
		arena_free(&f->arena);
	f->next = p->unused;
	p->unused = f;
}

static void
free_flights(struct flight *f)
{
	while (f != NULL) {
		struct flight *next = f->next;

		arena_free(&f->arena);
		free(f);
		f = next;
	}
}

static void
pass_document(void *self, struct flight *flight, struct span text)
{
	const struct pool *p = self;

	p->calls->runner.document(p->calls->runner.self, flight, text);
}

static void
pass_message(void *self, int stage, struct span line)
{
	const struct pool *p = self;

	p->calls->runner.message(p->calls->runner.self, stage, line);
}

static void
pass_through(void *self, struct flight *f)
{
	struct pool *p = self;

	if (!f->failed && f->documents == 0) {
		f->failed = true;
		f->stage = STAGE_EXTRACT;
		f->error = f->said.n > 0 ? f->said.v[f->said.n - 1] : SPAN("no text found");
	}
	p->calls->runner.through(p->calls->runner.self, f);
	put_away(p, f);
}

static void
suspect(struct pool *p, struct flight *f)
{
	p->calls->again(p->calls->runner.self, f);
	f->documents = f->said.n = 0;
	f->next = NULL;
	*p->last_suspect = f;
	p->last_suspect = &f->next;
}

/* ---- chains */

static void
start(struct pool *p, struct runner *r, const struct runner_calls *calls, bool solo)
{
	if (runner_start(r, p->chain, p->limits.memory, calls, solo) < 0)
		p->calls->broken(p->calls->runner.self, STAGE_EXTRACT,
				 SPAN("no process for a stage"));
}

/* One step of n chains; a signal may cut it short. */
static void
step(struct runner runners[], size_t n, struct pollfd fds[], int wait_ms)
{
	for (size_t i = 0; i < n; i++)
		runner_fds(&runners[i], fds + i * RUNNER_FDS);
	if (poll(fds, n * RUNNER_FDS, wait_ms) < 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (runner_on(&runners[i]))
			runner_step(&runners[i], fds + i * RUNNER_FDS);
}

static bool
is_full(const struct runner *r)
{
	return r->flights - r->quiet >= WINDOW || r->flights >= WINDOW_QUIET;
}

static struct span
no_result(struct pool *p)
{
	struct buf out = { .arena = &p->arena };

	buf_printf(&out, "no result within %g s", p->limits.timeout);
	return buf_span(&out);
}

static void
ignore_message(void *self, int stage, struct span line)
{
	(void)self;
	(void)stage;
	(void)line;
}

/* Can a chain run at all, without any item? */
static void
probe(struct pool *p)
{
	struct runner_calls calls = { .message = ignore_message };
	struct pollfd fds[RUNNER_FDS];
	struct fault fault = { 0 };
	struct flight *left;
	struct runner r;

	start(p, &r, &calls, true);
	r.closed = true;
	while (!runner_ended(&r)) {
		if (runner_clock() - r.gave > p->limits.timeout) {
			fault = (struct fault){ runner_culprit(&r), no_result(p) };
			break;
		}
		step(&r, 1, fds, 10);
	}
	if (runner_stop(&r, &p->arena, &fault, &left))
		p->calls->broken(p->calls->runner.self, fault.stage, fault.error);
}

static void
blame(struct pool *p, struct flight *f, const struct fault *fault)
{
	probe(p);
	f->failed = true;
	f->stage = fault->stage;
	f->error = fault->error;
	p->calls->again(p->calls->runner.self, f);
	f->documents = 0;
	pass_through(p, f);
}

static void
stop(struct pool *p, struct runner *r, struct fault *fault)
{
	bool solo = r->solo;
	struct flight *left, *next;

	if (runner_stop(r, &p->arena, fault, &left))
		for (; left != NULL; left = next) {
			next = left->next;
			if (solo)
				blame(p, left, fault);
			else
				suspect(p, left);
		}
	arena_reset(&p->arena);
}

/* A stage of somebody else's, or a translator, may hold all back until its input ends. That shows
 * by a full chain out of which nothing has come: it is let run out, and so is the next one as soon
 * as it is full. */
static void
let_out(struct pool *p, struct runner *r, double still)
{
	if (r->closed || r->sending != NULL || !is_full(r))
		return;
	r->closed = p->holds || still > p->limits.timeout / 2;
	p->holds |= r->closed && !r->has_given;
}

/* While it could take more items a chain may be waiting for them. */
static void
check_time(struct pool *p, struct runner *r)
{
	double now = runner_clock(), still = now - (r->solo ? r->gave : r->moved);
	struct fault fault = { 0 };

	let_out(p, r, still);
	if (still <= p->limits.timeout || !(r->closed || r->sending != NULL || is_full(r)))
		return;
	fault = (struct fault){ runner_culprit(r), no_result(p) };
	stop(p, r, &fault);
}

static void
run_suspect(struct pool *p, struct runner *r)
{
	struct flight *f = p->suspects;

	if ((p->suspects = f->next) == NULL)
		p->last_suspect = &p->suspects;
	start(p, r, &p->runner_calls, true);
	runner_give(r, f);
	r->closed = true;
}

static void
look_after(struct pool *p, struct runner *r)
{
	struct fault fault = { 0 };

	if (runner_on(r) && (runner_ended(r) || r->lost))
		stop(p, r, &fault);
	else if (runner_on(r))
		check_time(p, r);
	if (!runner_on(r) && p->suspects != NULL)
		run_suspect(p, r);
}

static bool
is_ending(const struct runner *r)
{
	return runner_on(r) && r->out < 0;
}

void
pool_turn(struct pool *p, int wait_ms)
{
	for (size_t i = 0; i < p->limits.jobs; i++)
		if (is_ending(&p->runners[i]) && wait_ms > 2)
			wait_ms = 2; /* until its stages can be waited for */
	step(p->runners, p->limits.jobs, p->fds, wait_ms);
	for (size_t i = 0; i < p->limits.jobs; i++)
		look_after(p, &p->runners[i]);
}

bool
pool_busy(const struct pool *p)
{
	for (size_t i = 0; i < p->limits.jobs; i++)
		if (runner_on(&p->runners[i]))
			return true;
	return p->suspects != NULL;
}

void
pool_flush(struct pool *p)
{
	for (size_t i = 0; i < p->limits.jobs; i++)
		p->runners[i].closed = true;
}

/* ---- items */

static bool
has_name(const struct flight *f, struct span name)
{
	while (f != NULL && !span_eq(f->name, name))
		f = f->next;
	return f != NULL;
}

/* Is an item of this name under way? Its chain must end before the other one may begin. */
static bool
is_under_way(struct pool *p, struct span name)
{
	for (size_t i = 0; i < p->limits.jobs; i++)
		if (has_name(p->runners[i].first, name)) {
			p->runners[i].closed = true;
			return true;
		}
	return has_name(p->suspects, name);
}

static struct runner *
find_room(struct pool *p)
{
	struct runner *best = NULL;

	for (size_t i = 0; i < p->limits.jobs; i++) {
		struct runner *r = &p->runners[i];

		if (!r->closed && !is_full(r) && (best == NULL || r->bytes < best->bytes))
			best = r;
	}
	return best;
}

struct flight *
pool_flight(struct pool *p, struct span name)
{
	struct flight *f;

	pool_turn(p, 0);
	while (is_under_way(p, name) || (p->chosen = find_room(p)) == NULL) {
		if (!p->calls->turned(p->calls->runner.self))
			return NULL;
		pool_turn(p, 1000);
	}
	f = new_flight(p);
	f->name = arena_copy(&f->arena, name);
	return f;
}

void
pool_give(struct pool *p, struct flight *flight)
{
	struct runner *r = p->chosen;

	if (!runner_on(r))
		start(p, r, &p->runner_calls, false);
	runner_give(r, flight);
	if (r->bytes >= WINDOW_BYTES || r->flights >= WINDOW_QUIET)
		r->closed = true;
}

struct pool *
pool_open(const struct chain *chain, const struct pool_limits *limits,
	  const struct pool_calls *calls)
{
	struct pool *p = calloc(1, sizeof(*p));

	if (p == NULL || (p->runners = calloc(limits->jobs, sizeof(*p->runners))) == NULL ||
	    (p->fds = calloc(limits->jobs, RUNNER_FDS * sizeof(*p->fds))) == NULL)
		out_of_memory();
	p->chain = chain;
	p->limits = *limits;
	p->calls = calls;
	p->runner_calls = (struct runner_calls){ p, pass_document, pass_through, pass_message };
	p->last_suspect = &p->suspects;
	p->arena.oom = out_of_memory;
	return p;
}

void
pool_close(struct pool *p)
{
	struct fault fault = { 0, SPAN("closed") };
	struct flight *left;

	for (size_t i = 0; i < p->limits.jobs; i++)
		if (runner_on(&p->runners[i])) {
			runner_stop(&p->runners[i], &p->arena, &fault, &left);
			free_flights(left);
		}
	free_flights(p->suspects);
	free_flights(p->unused);
	arena_free(&p->arena);
	free(p->runners);
	free(p->fds);
	free(p);
}
