#include "warc.h"

#include <string.h>
#include <strings.h>

#include "http.h"
#include "status.h"

static const struct span magic = SPAN("WARC/1.");

void
warc_open(struct warc *w, struct input *in, size_t max_bytes)
{
	*w = (struct warc){ .in = in, .max_bytes = max_bytes };
	in->limit = max_bytes + 2 * (size_t)WARC_HEAD_MAX;
}

static bool
is_type(struct span head, const char *type)
{
	struct span value = http_field(head, SPAN("WARC-Type"));

	return value.n == strlen(type) && strncasecmp(value.s, type, value.n) == 0;
}

static bool
from_the_web(struct span head)
{
	struct span url = http_field(head, SPAN("WARC-Target-URI"));

	if (span_starts(url, SPAN("<")))
		url = span_from(url, 1);
	return span_starts(url, SPAN("http"));
}

/* A response is HTTP; the others are a page as it is, and of the type that their head says. */
static int
parse(struct arena *arena, struct span record, struct http_response *out)
{
	size_t n = http_head_length(record);
	struct span head = { record.s, n };

	*out = (struct http_response){ 0 };
	if (n == 0 || !span_starts(record, magic) || !from_the_web(head))
		return n == 0 ? ERR_WARC : 0;
	if (is_type(head, "response"))
		return http_parse(arena, span_from(record, n), out);
	if (!is_type(head, "resource") && !is_type(head, "conversion"))
		return 0;
	out->status = 200;
	out->body = span_from(record, n);
	http_type(arena, http_field(head, SPAN("Content-Type")), &out->type, &out->charset);
	return 0;
}

bool
warc_is_page(struct arena *arena, struct span record)
{
	struct http_response response;

	return parse(arena, record, &response) == 0 && response.status == 200 &&
	       http_is_page(response.type);
}

/* As wget writes it: "<https://example.org/>". */
static struct span
without_angles(struct span a)
{
	if (a.n >= 2 && a.s[0] == '<' && a.s[a.n - 1] == '>')
		return (struct span){ a.s + 1, a.n - 2 };
	return a;
}

int
warc_record(struct arena *arena, struct span record, size_t max_bytes, struct warc_response *out)
{
	struct http_response response;
	struct span head = { record.s, http_head_length(record) };
	int rc = parse(arena, record, &response);

	*out = (struct warc_response){ 0 };
	if (rc < 0)
		return rc;
	if (response.status != 200 || !http_is_page(response.type))
		return 0;
	if ((rc = http_body(arena, &response, max_bytes)) < 0)
		return rc;
	out->url = without_angles(http_field(head, SPAN("WARC-Target-URI")));
	out->date = http_field(head, SPAN("WARC-Date"));
	out->charset = response.charset;
	out->body = response.body;
	return 1;
}

/* To where a head may begin: behind blank lines, or when lost, to the next line that says so. */
static int
find_head(struct warc *w, struct span *head)
{
	int rc;

	while ((rc = input_ahead(w->in, magic.n, head)) == 0 && head->n > 0) {
		if (span_starts(*head, magic))
			break;
		if (head->s[0] == '\n' || head->s[0] == '\r')
			rc = input_skip(w->in, 1) < 0 ? ERR_IO : 0;
		else if (w->lost)
			rc = input_skip_line(w->in);
		else
			break;
		if (rc < 0)
			return rc;
	}
	return rc;
}

/* The whole head, as far as it comes within WARC_HEAD_MAX, byte by byte as it arrives. */
static int
read_head(struct warc *w, struct span *head)
{
	size_t n = 0;
	int rc = 0;

	while ((n = http_head_length(*head)) == 0 && head->n < WARC_HEAD_MAX && rc == 0) {
		size_t seen = head->n;

		rc = input_ahead(w->in, seen + 1, head);
		if (rc == 0 && head->n == seen)
			break;
	}
	if (rc < 0)
		return rc;
	head->n = n;
	return n > 0 && span_starts(*head, magic) ? 0 : ERR_WARC;
}

/* Content-Length, of any size that a file can have. */
static bool
length_of(struct span head, size_t *length)
{
	struct span value = http_field(head, SPAN("Content-Length"));

	*length = 0;
	for (size_t i = 0; i < value.n; i++) {
		if (value.s[i] < '0' || value.s[i] > '9' || i > 17)
			return false;
		*length = 10 * *length + (size_t)(value.s[i] - '0');
	}
	return value.n > 0;
}

/* Where the record ends by its length, does one end? Blank lines follow, or nothing. */
static bool
ends_at(struct span bytes, size_t n)
{
	struct span next = span_from(bytes, n);

	return next.n == 0 || next.s[0] == '\r' || next.s[0] == '\n' || span_starts(next, magic);
}

/* One that is in no case read whole. */
static int
pass_large(struct warc *w, struct arena *arena, size_t size)
{
	struct span start;
	int rc = input_ahead(w->in, 2 * (size_t)WARC_HEAD_MAX, &start);
	bool page = rc == 0 && warc_is_page(arena, start);
	ssize_t passed = rc == 0 ? input_skip(w->in, size) : rc;

	if (passed < 0)
		return (int)passed;
	if (page)
		return ERR_SIZE;
	w->skipped++;
	return (size_t)passed < size ? ERR_WARC : 0;
}

/* 1, or 0 if it is passed over. Of a damaged one only the head is taken: its length may be what
 * is wrong, and other records stand where its body should. */
static int
take_record(struct warc *w, struct arena *arena, struct span head, size_t size, struct span *record)
{
	struct span ahead;
	int rc = input_ahead(w->in, size + 1, &ahead);

	if (rc < 0)
		return rc;
	if (ahead.n < size || !ends_at(ahead, size)) {
		input_skip(w->in, head.n);
		return ERR_WARC;
	}
	*record = (struct span){ ahead.s, size };
	input_skip(w->in, size);
	if (warc_is_page(arena, *record))
		return 1;
	w->skipped++;
	return 0;
}

static int
next_record(struct warc *w, struct arena *arena, struct span *record)
{
	struct span head;
	size_t length = 0;
	int rc = find_head(w, &head);

	w->over = rc == 0 && head.n == 0;
	if (w->over)
		return 0;
	w->number += rc == 0 || !w->lost;
	if (rc < 0)
		return rc;
	w->lost = false;
	rc = read_head(w, &head);
	if (rc == ERR_WARC)
		input_skip(w->in, 1); /* or it would be found again */
	if (rc < 0)
		return rc;
	if (!length_of(head, &length)) {
		input_skip(w->in, head.n);
		return ERR_WARC;
	}
	if (length > w->max_bytes)
		return pass_large(w, arena, head.n + length);
	return take_record(w, arena, head, head.n + length, record);
}

/* Behind damage: is there anything to go on with? */
static void
recover(struct warc *w, int rc)
{
	w->lost = rc == ERR_WARC || rc == ERR_GZIP;
	if (rc == ERR_GZIP)
		w->over = input_resync(w->in) <= 0;
	else
		w->over = rc != ERR_WARC && rc != ERR_SIZE; /* it would come for ever */
}

int
warc_next(struct warc *w, struct arena *arena, struct span *record)
{
	int rc = 0;

	while (rc == 0 && !w->over) {
		bool was_lost = w->lost;

		rc = next_record(w, arena, record);
		if (rc < 0)
			recover(w, rc);
		if (rc < 0 && was_lost && w->lost)
			rc = 0; /* of this damage we have spoken */
	}
	return rc;
}
