#include "progress.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

static double
ratio(double a, double b)
{
	return b > 0 ? a / b : 0;
}

void
progress_start(struct progress *p)
{
	p->start = p->last = p->then = cli_clock();
	p->live = !p->json && p->when != PROGRESS_NEVER &&
		  (p->when == PROGRESS_ALWAYS || isatty(STDERR_FILENO));
}

/* ---- JSON */

static void
put_json(json_t *o)
{
	char *line = json_dumps(o, JSON_COMPACT | JSON_REAL_PRECISION(6));

	if (line != NULL)
		fprintf(stderr, "%s\n", line);
	free(line);
	json_decref(o);
}

static json_t *
event(const char *name)
{
	return json_pack("{s:s}", "event", name);
}

static void
set_text(json_t *o, const char *key, struct span value)
{
	json_object_set_new(o, key, json_stringn(value.s, value.n)); /* nothing if it is no UTF-8 */
}

static void
set_counts(json_t *o, const struct progress *p, double seconds)
{
	json_object_set_new(o, "done", json_integer((json_int_t)p->done));
	json_object_set_new(o, "failed", json_integer((json_int_t)p->failed));
	json_object_set_new(o, "skipped", json_integer((json_int_t)p->skipped));
	json_object_set_new(o, "articles", json_integer((json_int_t)p->documents));
	json_object_set_new(o, "bytes", json_integer((json_int_t)p->bytes));
	json_object_set_new(o, "seconds", json_real(seconds));
}

/* ---- for people */

void
progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}

static void
print_rates(const struct progress *p, double seconds)
{
	fprintf(stderr, "%zu done, %zu failed, %zu skipped; %.0f articles/s, %.1f MB/s", p->done,
		p->failed, p->skipped, ratio((double)p->documents, seconds),
		ratio((double)p->bytes / 1e6, seconds));
}

/* Seconds until all is read, as it went of late; below 0 where that cannot be told. */
static double
time_left(const struct progress *p)
{
	if (p->total <= p->passed || p->pace <= 0)
		return -1;
	return (double)(p->total - p->passed) / p->pace;
}

static void
measure_pace(struct progress *p, double t)
{
	double seconds = t - p->then, pace = ratio((double)p->passed - p->passed_then, seconds);

	if (seconds < 1)
		return;
	p->pace = p->pace > 0 ? .9 * p->pace + .1 * pace : pace;
	p->passed_then = (double)p->passed;
	p->then = t;
}

static void
show(struct progress *p, double seconds)
{
	double left = time_left(p);

	progress_clear(p);
	print_rates(p, seconds);
	if (left >= 0)
		fprintf(stderr, ", %.0f:%02.0f:%02.0f left", (double)(long)(left / 3600),
			(double)((long)(left / 60) % 60), (double)((long)left % 60));
	if (!p->live)
		fputc('\n', stderr);
	p->shown = p->live;
	fflush(stderr);
}

static void
show_json(const struct progress *p, double seconds)
{
	json_t *o = event("progress");
	double left = time_left(p);

	set_counts(o, p, seconds);
	if (left >= 0)
		json_object_set_new(o, "seconds_left", json_real(left));
	put_json(o);
}

void
progress_tick(struct progress *p)
{
	double t = cli_clock(), every = p->live ? .5 : p->when == PROGRESS_ALWAYS ? 1 : 60;

	measure_pace(p, t);
	if (p->when == PROGRESS_NEVER || t - p->last < every)
		return;
	p->last = t;
	if (p->json)
		show_json(p, t - p->start);
	else
		show(p, t - p->start);
}

static void
print_line(struct progress *p, const char *fmt, ...)
{
	va_list ap;

	progress_clear(p);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
}

void
progress_failed(struct progress *p, struct span source, const char *stage, struct span error)
{
	json_t *o;

	if (!p->json) {
		print_line(p, "rassegna-batch: %.*s: %s: %.*s\n", (int)source.n, source.s, stage,
			   (int)error.n, error.s);
		return;
	}
	o = event("failed");
	set_text(o, "source", source);
	set_text(o, "stage", span_of(stage));
	set_text(o, "error", error);
	put_json(o);
}

void
progress_said(struct progress *p, const char *stage, struct span line)
{
	json_t *o;

	if (!p->json) {
		print_line(p, "rassegna-%s: %.*s\n", stage, (int)line.n, line.s);
		return;
	}
	o = event("message");
	set_text(o, "stage", span_of(stage));
	set_text(o, "text", line);
	put_json(o);
}

void
progress_end(struct progress *p, const char *how)
{
	double seconds = cli_clock() - p->start;
	json_t *o;

	progress_clear(p);
	if (!p->json) {
		fprintf(stderr, "rassegna-batch: %s: ", how);
		print_rates(p, seconds);
		fprintf(stderr, ", %.1f s\n", seconds);
		return;
	}
	o = event(how);
	set_counts(o, p, seconds);
	put_json(o);
}
