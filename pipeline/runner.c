#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli.h"
#include "lib/article.h"
#include "lib/buf.h"
#include "lib/conllu.h"
#include "lib/tar.h"

enum { CHUNK = 1 << 16, KEPT = 1 << 20 };

/* ---- bytes that come piece by piece */

struct text {
	char *s;
	size_t n, cap;
};

static char *
text_room(struct text *t, size_t n)
{
	if (t->cap - t->n < n) {
		t->cap = 2 * t->cap + n;
		if ((t->s = realloc(t->s, t->cap)) == NULL)
			out_of_memory();
	}
	return t->s + t->n;
}

static void
text_put(struct text *t, const char *s, size_t n)
{
	memcpy(text_room(t, n), s, n);
	t->n += n;
}

static void
text_drop(struct text *t, size_t n)
{
	memmove(t->s, t->s + n, t->n - n);
	t->n -= n;
	if (t->n == 0 && t->cap > KEPT) {
		free(t->s);
		*t = (struct text){ 0 };
	}
}

static struct text *
text_new(void)
{
	struct text *t = calloc(1, sizeof(*t));

	if (t == NULL)
		out_of_memory();
	return t;
}

static void
text_free(struct text *t)
{
	free(t->s);
	free(t);
}

/* ---- start */

double
runner_clock(void)
{
	static double last, away;
	double now = cli_clock();

	if (last > 0 && now - last > 5) /* stopped by ^Z, or it waited for its own input */
		away += now - last - 5;
	last = now;
	return now - away;
}

static void
close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static bool
set_nonblocking(int fd)
{
	return fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) == 0;
}

/* Both of the stages' own ends are closed here once they run. */
static int
spawn(struct runner *r, rlim_t memory)
{
	int to[2], from[2], rc;
	struct spawning how = { .err = r->err, .apart = true, .memory = memory };

	if (pipe2(to, O_CLOEXEC) < 0)
		return -1;
	if (pipe2(from, O_CLOEXEC) < 0) {
		close(to[0]);
		close(to[1]);
		return -1;
	}
	how.in = to[0];
	how.out = from[1];
	r->in = to[1];
	r->out = from[0];
	rc = chain_spawn(&r->chain, &how);
	close(to[0]);
	close(from[1]);
	if (rc < 0) {
		close_end(&r->in);
		close_end(&r->out);
	}
	return rc;
}

int
runner_start(struct runner *r, const struct chain *chain, rlim_t memory,
	     const struct runner_calls *calls, bool solo)
{
	*r = (struct runner){ .chain = *chain, .calls = calls, .solo = solo };
	for (int i = 0; i < NSTAGES; i++)
		r->err[i] = -1;
	if (spawn(r, memory) < 0) {
		*r = (struct runner){ 0 };
		return -1;
	}
	set_nonblocking(r->in);
	set_nonblocking(r->out);
	for (size_t i = 0; i < r->chain.n; i++) {
		set_nonblocking(r->err[i]);
		r->said[i] = text_new();
		r->reason[i] = text_new();
	}
	r->output = text_new();
	r->document = text_new();
	r->blank = true;
	r->last = &r->first;
	r->moved = r->gave = r->finished = runner_clock();
	return 0;
}

bool
runner_on(const struct runner *r)
{
	return r->output != NULL;
}

/* ---- items in */

void
runner_give(struct runner *r, struct flight *flight)
{
	flight->key = text_squeeze(&flight->arena, flight->name);
	flight->head = tar_head(&flight->arena, flight->name, flight->bytes.n);
	flight->sent = 0;
	flight->start = runner_clock();
	flight->next = NULL;
	if (r->flights == 0)
		r->moved = flight->start;
	*r->last = flight;
	r->last = &flight->next;
	if (r->sending == NULL)
		r->sending = flight;
	r->flights++;
	r->bytes += flight->bytes.n;
}

static bool
wants_to_write(const struct runner *r)
{
	return r->in >= 0 && (r->sending != NULL || r->closed);
}

static struct iovec
rest_of(const char *s, size_t n, size_t *sent)
{
	size_t done = *sent < n ? *sent : n;

	*sent -= done;
	return (struct iovec){ (char *)s + done, n - done };
}

/* What the reader does not want is not to blame on the item: its end tells. */
static bool
wrote(struct runner *r, ssize_t put)
{
	if (put >= 0) {
		r->moved = runner_clock();
		return true;
	}
	if (errno != EAGAIN && errno != EINTR)
		close_end(&r->in);
	return false;
}

static bool
send_flight(struct runner *r)
{
	struct flight *f = r->sending;
	size_t padding = tar_padding(f->bytes.n), sent = f->sent;
	struct iovec parts[3] = { rest_of(f->head.s, f->head.n, &sent),
				  rest_of(f->bytes.s, f->bytes.n, &sent),
				  rest_of(tar_zeros, padding, &sent) };
	ssize_t put = writev(r->in, parts, 3);

	if (!wrote(r, put))
		return false;
	f->sent += (size_t)put;
	if (f->sent < f->head.n + f->bytes.n + padding)
		return false;
	r->sending = f->next;
	return true;
}

static void
send_end(struct runner *r)
{
	ssize_t put = write(r->in, tar_zeros, TAR_END - r->end_sent);

	if (!wrote(r, put))
		return;
	r->end_sent += (size_t)put;
	if (r->end_sent == TAR_END)
		close_end(&r->in);
}

static void
send_some(struct runner *r)
{
	while (r->in >= 0 && r->sending != NULL)
		if (!send_flight(r))
			return;
	if (r->in >= 0 && r->closed)
		send_end(r);
}

/* ---- documents out */

static void
pass_first(struct runner *r)
{
	struct flight *f = r->first;
	double now = runner_clock(), from = f->start > r->finished ? f->start : r->finished;

	r->first = f->next;
	if (r->first == NULL)
		r->last = &r->first;
	r->flights--;
	r->quiet -= f->said.n > 0;
	r->bytes -= f->bytes.n;
	f->seconds = now - from;
	r->finished = now;
	r->calls->through(r->calls->self, f);
}

/* NAME, or NAME#3: one of several documents of an item. */
static bool
is_of(struct span source, struct span key)
{
	return span_starts(source, key) && (source.n == key.n || source.s[key.n] == '#');
}

static struct flight *
flight_of(const struct runner *r, struct span source)
{
	struct flight *found = NULL;

	for (struct flight *f = r->first; f != NULL; f = f->next)
		if (is_of(source, f->key) && (found == NULL || f->key.n > found->key.n))
			found = f;
	return found;
}

static struct span
source_of(struct span document)
{
	struct span line, value;

	while (span_cut(&document, '\n', &line) && line.n > 0)
		if (comment_value(line, SPAN("meta::source"), &value))
			return value;
	return SPAN("");
}

/* The document that has been gathered is whole. */
static void
end_document(struct runner *r)
{
	struct span text = { r->document->s, r->document->n };
	struct flight *f = r->solo ? r->first : flight_of(r, source_of(text));

	if (f == NULL || f->sent == 0) {
		r->lost = true;
		return;
	}
	while (r->first != f)
		pass_first(r);
	f->documents++;
	r->calls->document(r->calls->self, f, text);
	text_drop(r->document, r->document->n);
	r->gave = runner_clock();
	r->has_given = true;
}

static bool
is_newdoc(const char *line, size_t n)
{
	return n >= 8 && memcmp(line, "# newdoc", 8) == 0 && (n == 8 || line[8] == ' ');
}

/* The words of sentences that are not the digest's are of no use: most of the stream is dropped as
 * it comes. */
static void
take_line(struct runner *r, const char *line, size_t n)
{
	struct span text = { line, n };

	if (r->blank && r->document->n > 0 && is_newdoc(line, n))
		end_document(r);
	if (r->blank)
		r->unchosen = false;
	r->unchosen |= span_eq(text, SPAN("# chosen = no"));
	r->blank = n == 0;
	if (n == 0 || line[0] == '#' || !r->unchosen)
		text_put(r->document, line, n + 1);
}

static void
take_lines(struct runner *r)
{
	struct text *t = r->output;
	size_t off = 0;
	char *lf;

	while (!r->lost && (lf = memchr(t->s + off, '\n', t->n - off)) != NULL) {
		size_t n = (size_t)(lf - t->s) - off;

		take_line(r, t->s + off, n);
		off += n + 1;
	}
	text_drop(t, off);
}

/* 1: something has come, 0: nothing yet, -1: the end. */
static int
read_some(int fd, struct text *t)
{
	ssize_t got = read(fd, text_room(t, CHUNK), CHUNK);

	if (got > 0)
		t->n += (size_t)got;
	return got > 0 ? 1 : got < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

/* ---- what the stages say */

/* "rassegna-tag: <stdin>:3: ..." without the name of the program */
static struct span
without_program(struct span line)
{
	if (span_starts(line, SPAN("rassegna-")))
		for (size_t i = 0; i + 1 < line.n; i++)
			if (line.s[i] == ':' && line.s[i + 1] == ' ')
				return span_from(line, i + 2);
	return line;
}

/* "NAME: why" and "NAME#3: why", "NAME:12: why" */
static struct flight *
flight_said(const struct runner *r, struct span text)
{
	struct flight *found = NULL;

	for (struct flight *f = r->first; f != NULL; f = f->next) {
		bool of = span_starts(text, f->name) && text.n > f->name.n &&
			  (text.s[f->name.n] == ':' || text.s[f->name.n] == '#');

		if (of && (found == NULL || f->name.n > found->name.n))
			found = f;
	}
	return found;
}

static void
take_said(struct runner *r, struct flight *f, struct span text)
{
	r->quiet += f->said.n == 0;
	text = span_from(text, f->name.n);
	if (span_starts(text, SPAN(": ")))
		text = span_from(text, 2);
	*PUSH(&f->arena, &f->said) = arena_copy(&f->arena, text);
}

/* What extract says of no item are its totals, of what has been told one by one. */
static bool
is_total(const struct runner *r, size_t i, struct span line)
{
	for (size_t k = 0; k + 1 < line.n; k++)
		if (line.s[k] == ':' && line.s[k + 1] == ' ')
			return false;
	return r->chain.commands[i].stage == STAGE_EXTRACT;
}

static void
pass_on(struct runner *r, size_t i, struct span line)
{
	if (line.n > 0 && !is_total(r, i, line))
		r->calls->message(r->calls->self, r->chain.commands[i].stage, line);
}

/* The last line of a stage that failed is the reason: each is kept until another one comes. */
static void
take_message(struct runner *r, size_t i, struct span line)
{
	struct span text = without_program(line);
	struct flight *f = i == 0 ? flight_said(r, text) : NULL;

	if (f != NULL) {
		take_said(r, f, text);
		return;
	}
	pass_on(r, i, (struct span){ r->reason[i]->s, r->reason[i]->n });
	r->reason[i]->n = 0;
	text_put(r->reason[i], text.s, text.n);
}

static void
read_messages(struct runner *r, size_t i)
{
	struct text *t = r->said[i];
	size_t before = t->n, off = 0;
	char *lf;
	int rc = 0;

	while (r->err[i] >= 0 && (rc = read_some(r->err[i], t)) == 1)
		;
	if (t->n > before)
		r->moved = runner_clock();
	if (rc < 0)
		close_end(&r->err[i]);
	while (t->n > off && (lf = memchr(t->s + off, '\n', t->n - off)) != NULL) {
		take_message(r, i, (struct span){ t->s + off, (size_t)(lf - t->s) - off });
		off = (size_t)(lf - t->s) + 1;
	}
	text_drop(t, off);
}

/* extract says why an item gives nothing before anything of the next item goes out: so what it said
 * is read first. */
static void
read_output(struct runner *r)
{
	int rc = read_some(r->out, r->output);

	if (rc > 0)
		r->moved = runner_clock();
	if (rc < 0)
		close_end(&r->out);
	read_messages(r, 0);
	take_lines(r);
	if (r->out < 0)
		close_end(&r->in);
}

/* ---- what to wait for */

static struct pollfd
wait_for(int fd, short events)
{
	return (struct pollfd){ .fd = fd, .events = events };
}

void
runner_fds(const struct runner *r, struct pollfd fds[])
{
	bool on = runner_on(r);

	fds[0] = wait_for(on && wants_to_write(r) ? r->in : -1, POLLOUT);
	fds[1] = wait_for(on ? r->out : -1, POLLIN);
	for (size_t i = 0; i < NSTAGES; i++)
		fds[2 + i] = wait_for(on ? r->err[i] : -1, POLLIN);
}

void
runner_step(struct runner *r, const struct pollfd fds[])
{
	for (size_t i = 0; i < r->chain.n; i++)
		if (fds[2 + i].revents != 0)
			read_messages(r, i);
	if (fds[1].revents != 0)
		read_output(r);
	if (fds[0].revents != 0)
		send_some(r);
}

/* ---- the end */

static bool
reap(struct runner *r, size_t i, int options)
{
	struct command *c = &r->chain.commands[i];
	pid_t pid;

	while (!r->reaped[i] && (pid = waitpid(c->pid, &c->status, options)) != 0) {
		if (pid < 0 && errno == EINTR)
			continue;
		r->reaped[i] = true;
	}
	return r->reaped[i];
}

bool
runner_ended(struct runner *r)
{
	bool ended = r->out < 0;

	for (size_t i = 0; ended && i < r->chain.n; i++)
		ended = reap(r, i, WNOHANG);
	return ended;
}

/* Bytes that wait on the standard input of a process; 0 where that cannot be seen. */
static int
waiting(pid_t pid)
{
	char path[64];
	int fd, n = 0;

	snprintf(path, sizeof(path), "/proc/%ld/fd/0", (long)pid);
	if ((fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)) < 0)
		return 0;
	if (ioctl(fd, FIONREAD, &n) < 0)
		n = 0;
	close(fd);
	return n;
}

/* The last that has something to read, or the end of its input: those behind it wait for it, those
 * before it until it reads. */
int
runner_culprit(struct runner *r)
{
	for (size_t i = r->chain.n; i-- > 1;)
		if (!reap(r, i, WNOHANG) &&
		    (reap(r, i - 1, WNOHANG) || waiting(r->chain.commands[i].pid) > 0))
			return r->chain.commands[i].stage;
	return r->chain.commands[0].stage;
}

static struct span
reason_of(const struct runner *r, size_t i, struct arena *arena)
{
	const struct command *c = &r->chain.commands[i];
	struct buf out = { .arena = arena };

	if (WIFSIGNALED(c->status))
		buf_printf(&out, "killed by signal %d (%s)", WTERMSIG(c->status),
			   strsignal(WTERMSIG(c->status)));
	else if (r->reason[i]->n > 0)
		buf_put(&out, (struct span){ r->reason[i]->s, r->reason[i]->n });
	else
		buf_printf(&out, "exited with status %d", WEXITSTATUS(c->status));
	return buf_span(&out);
}

/* A stage that stopped reading is the one behind those that lost their reader. */
static size_t
first_that_left(const struct runner *r)
{
	size_t i = r->chain.n;

	while (i > 0 && !died_of_pipe(&r->chain.commands[i - 1]))
		i--;
	return i < r->chain.n ? i : 0;
}

static bool
find_fault(const struct runner *r, struct arena *arena, struct fault *fault)
{
	for (size_t i = 0; i < r->chain.n; i++)
		if (has_failed(&r->chain.commands[i])) {
			*fault =
			    (struct fault){ r->chain.commands[i].stage, reason_of(r, i, arena) };
			return true;
		}
	if (r->closed && r->sending == NULL && r->end_sent == TAR_END)
		return false;
	*fault = (struct fault){ r->chain.commands[first_that_left(r)].stage,
				 SPAN("ended before its input did") };
	return true;
}

static void
end_all(struct runner *r)
{
	bool all = true;

	for (size_t i = 0; i < r->chain.n; i++)
		all &= reap(r, i, WNOHANG);
	if (!all)
		kill(-r->chain.commands[0].pid, SIGKILL);
	for (size_t i = 0; i < r->chain.n; i++)
		reap(r, i, 0);
}

static void
clear(struct runner *r)
{
	close_end(&r->in);
	close_end(&r->out);
	for (size_t i = 0; i < r->chain.n; i++) {
		close_end(&r->err[i]);
		text_free(r->said[i]);
		text_free(r->reason[i]);
	}
	text_free(r->output);
	text_free(r->document);
	*r = (struct runner){ 0 };
}

/* What was held until the end of the stream. */
static void
pass_rest(struct runner *r)
{
	if (r->document->n > 0 && !r->lost)
		end_document(r);
	if (r->lost)
		return;
	while (r->first != NULL)
		pass_first(r);
	for (size_t i = 0; i < r->chain.n; i++)
		pass_on(r, i, (struct span){ r->reason[i]->s, r->reason[i]->n });
}

bool
runner_stop(struct runner *r, struct arena *arena, struct fault *fault, struct flight **left)
{
	bool faulty = fault->error.n > 0;

	end_all(r);
	for (size_t i = 0; i < r->chain.n; i++)
		read_messages(r, i);
	if (!faulty && !r->lost && !(faulty = find_fault(r, arena, fault)))
		pass_rest(r);
	if (!faulty && r->lost) {
		*fault = (struct fault){ r->chain.commands[r->chain.n - 1].stage,
					 SPAN("a document of no article that was given") };
		faulty = true;
	}
	*left = r->first;
	clear(r);
	return faulty;
}
