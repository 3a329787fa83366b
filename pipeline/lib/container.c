#include "container.h"

#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "members.h"
#include "status.h"
#include "warc.h"

enum { LEVELS = 3 }; /* the file, its members, and theirs */

/* What is being read: a file, or a member of the one above it. */
struct level {
	struct input in;
	enum format format; /* JSONL, WARC, TAR, ZIP, or UNKNOWN: one item */
	struct members *members;
	struct warc warc;
	char *name;   /* as an item has it */
	int64_t size; /* as its archive says, or -1 */
	bool done;
};

struct container_in {
	struct level level[LEVELS];
	int top; /* -1: nothing is left */
	size_t max_bytes;
	bool begun;
};

int
container_open(struct container *c, const char *path, size_t max_bytes)
{
	struct container_in *in = calloc(1, sizeof(*in));

	*c = (struct container){ .in = in };
	if (in == NULL)
		return ERR_IO;
	in->max_bytes = max_bytes;
	in->level[0].size = -1;
	return input_open(&in->level[0].in, path);
}

static void
close_level(struct level *l)
{
	members_close(l->members);
	input_close(&l->in);
	free(l->name);
	*l = (struct level){ 0 };
}

void
container_close(struct container *c)
{
	if (c->in == NULL)
		return;
	for (; c->in->top >= 0; c->in->top--)
		close_level(&c->in->level[c->in->top]);
	free(c->in);
	c->in = NULL;
}

static char *
copy(struct arena *arena, struct span a)
{
	char *p = malloc(a.n + 1);

	if (p == NULL) {
		arena->oom();
		abort(); /* oom must not return */
	}
	if (a.n > 0)
		memcpy(p, a.s, a.n);
	p[a.n] = '\0';
	return p;
}

/* JSON Lines, unless nothing follows the line in a file called .json. */
static bool
is_lines(struct level *l)
{
	struct span head, line, name = span_of(l->name);
	int rc;

	if (input_peek(&l->in, 16, &head) < 0 || !format_is_object(head))
		return false;
	while ((rc = input_ahead_line(&l->in, &line)) == 0 && line.n > 0 && span_trim(line).n == 0)
		input_bytes(&l->in, &line); /* a blank line: it counts */
	if (rc == ERR_SIZE)
		return true;
	if (rc < 0 || !span_ends(span_trim(line), SPAN("}")))
		return false;
	if (!span_ends(name, SPAN(".json")) && !span_ends(name, SPAN(".json.gz")))
		return true;
	return input_ahead(&l->in, line.n + 1, &head) == 0 && span_trim(head).n > span_trim(line).n;
}

/* Does an object begin here, behind a byte-order mark and blanks? Nothing is taken: decode wants to
 * see the mark of a text. */
static bool
begins_object(struct level *l)
{
	struct span head, text;
	size_t want = 1;

	for (;;) {
		if (input_ahead(&l->in, want, &head) < 0 || head.n < want)
			return false;
		text = span_starts(head, SPAN("\xEF\xBB\xBF")) ? span_from(head, 3) : head;
		text = span_trim(text);
		if (text.n > 0 && (text.s[0] != '\xEF' || head.n >= 3))
			return text.s[0] == '{';
		want = head.n + 1;
	}
}

/* Wanted of the items, so that their container must be told by what is in it. */
static bool
is_document_format(enum format format)
{
	return format != FORMAT_UNKNOWN && format < FORMAT_JSON && format != FORMAT_NINJS;
}

/* Which kind it is. No more is read ahead than that takes, so that a line can be answered at once.
 */
static int
tell_format(const struct container *c, struct level *l)
{
	struct span head;
	bool is_member = l != &c->in->level[0];
	int rc = input_ahead(&l->in, 1, &head);
	bool object = rc == 0 && begins_object(l);

	l->format = !is_member && c->format >= FORMAT_JSONL ? c->format : FORMAT_UNKNOWN;
	if (rc < 0 || l->format >= FORMAT_TAR)
		return rc;
	if (!object) {
		input_ahead(&l->in, FORMAT_HEAD, &head); /* damage in it is met again later */
		l->format = format_of_head(head);
	}
	if (l->in.gz != NULL && span_starts(head, SPAN("\x1F\x8B")))
		return ERR_NESTED;
	if (l->format >= FORMAT_TAR)
		return 0;
	if (is_member && item_is_record(span_of(l->name)))
		l->format = FORMAT_UNKNOWN;
	else if (c->format == FORMAT_JSONL || c->format == FORMAT_WARC)
		l->format = c->format;
	else if (object && !is_document_format(c->format) && is_lines(l))
		l->format = FORMAT_JSONL;
	return 0;
}

static int
begin(struct container *c, struct level *l)
{
	int rc;

	l->in.limit = c->in->max_bytes;
	if ((rc = tell_format(c, l)) < 0)
		return rc;
	if (l->format == FORMAT_WARC)
		warc_open(&l->warc, &l->in, c->in->max_bytes);
	if (l->format < FORMAT_TAR)
		return 0;
	if (l == &c->in->level[LEVELS - 1])
		return ERR_NESTED;
	return members_open(&l->members, &l->in, l->format);
}

/* The container's name in that of its members: those from standard input have none. */
static struct span
prefix_of(const struct container_in *in, const struct level *l)
{
	bool is_stdin = l == &in->level[0] && strcmp(l->name, "<stdin>") == 0;

	return is_stdin ? SPAN("") : span_of(l->name);
}

/* Down into the next member of an archive: its error is that of an item. */
static int
next_member(struct container *c, struct level *l, struct arena *arena, struct item *item)
{
	struct level *below = l + 1;
	struct member member;
	int rc = members_next(l->members, &member);

	l->done = rc == 0;
	if (rc < 0)
		item->name = arena_copy(arena, span_of(l->name));
	if (rc <= 0)
		return rc;
	item->name = item_member(arena, prefix_of(c->in, l), member.name);
	if (item->name.n == 0)
		item->name = arena_copy(arena, span_of(l->name));
	*below = (struct level){ .size = member.size, .name = copy(arena, item->name) };
	input_from(&below->in, below->name, members_pull, l->members);
	c->in->top++;
	rc = begin(c, below);
	below->done = rc < 0;
	return rc;
}

static int
next_line(struct level *l, size_t max_bytes, struct arena *arena, struct item *item)
{
	int rc;

	do
		rc = input_bytes(&l->in, &item->bytes);
	while (rc > 0 && span_trim(item->bytes).n == 0);
	if (rc != 0)
		item->name = item_record(arena, span_of(l->name), l->in.line);
	l->done = rc <= 0;
	if (rc == ERR_SIZE)
		l->done = input_skip_line(&l->in) <= 0;
	return rc > 0 && item->bytes.n > max_bytes ? ERR_SIZE : rc;
}

static int
next_record(struct container *c, struct level *l, struct arena *arena, struct item *item)
{
	size_t skipped = l->warc.skipped;
	int rc = warc_next(&l->warc, arena, &item->bytes);

	c->skipped += l->warc.skipped - skipped;
	l->done = rc == 0;
	if (rc != 0)
		item->name = item_record(arena, span_of(l->name), l->warc.number);
	return rc;
}

static int
whole(struct container *c, struct level *l, struct arena *arena, struct item *item)
{
	int rc = 0;

	l->done = true;
	item->name = arena_copy(arena, span_of(l->name));
	if (l->size > (int64_t)c->in->max_bytes && l->in.gz == NULL)
		rc = ERR_SIZE; /* it says so itself: no need to unpack it */
	else
		rc = input_rest(&l->in, &item->bytes);
	if (rc == 0 && item->bytes.n > c->in->max_bytes)
		rc = ERR_SIZE;
	return rc < 0 ? rc : 1;
}

static int
next_of(struct container *c, struct level *l, struct arena *arena, struct item *item)
{
	switch (l->format) {
	case FORMAT_TAR:
	case FORMAT_ZIP:
		return next_member(c, l, arena, item);
	case FORMAT_WARC:
		return next_record(c, l, arena, item);
	case FORMAT_JSONL:
		return next_line(l, c->in->max_bytes, arena, item);
	default:
		return whole(c, l, arena, item);
	}
}

static int
begin_file(struct container *c, struct arena *arena, struct item *item)
{
	struct level *l = &c->in->level[0];
	int rc;

	item->name = item_text(arena, span_of(l->in.name));
	l->name = copy(arena, item->name);
	c->in->begun = true;
	rc = begin(c, l);
	l->done = rc < 0;
	return rc;
}

int
container_next(struct container *c, struct arena *arena, struct item *item)
{
	struct container_in *in = c->in;
	int rc = 0;

	*item = (struct item){ 0 };
	if (!in->begun)
		rc = begin_file(c, arena, item);
	while (rc == 0 && in->top >= 0)
		if (in->level[in->top].done)
			close_level(&in->level[in->top--]);
		else
			rc = next_of(c, &in->level[in->top], arena, item);
	return rc;
}
