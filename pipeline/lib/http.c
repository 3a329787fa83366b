#include "http.h"

#include <string.h>
#include <strings.h>
#include <zlib.h>

#include "status.h"
#include "utf8.h"

size_t
http_head_length(struct span bytes)
{
	const char *at = bytes.s, *end = bytes.s + bytes.n;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		at++;
		if (at < end && *at == '\n')
			return (size_t)(at + 1 - bytes.s);
		if (end - at >= 2 && at[0] == '\r' && at[1] == '\n')
			return (size_t)(at + 2 - bytes.s);
	}
	return 0;
}

static bool
is_name(struct span a, struct span name)
{
	return a.n == name.n && strncasecmp(a.s, name.s, a.n) == 0;
}

struct span
http_field(struct span head, struct span name)
{
	struct span line, key;

	while (span_cut(&head, '\n', &line))
		if (span_cut(&line, ':', &key) && line.s != NULL && is_name(span_trim(key), name))
			return span_trim(line);
	return SPAN("");
}

static struct span
unquoted(struct span a)
{
	if (a.n >= 2 && (a.s[0] == '"' || a.s[0] == '\'') && a.s[a.n - 1] == a.s[0])
		return (struct span){ a.s + 1, a.n - 2 };
	return a;
}

static struct span
lower(struct arena *arena, struct span a)
{
	return utf8_valid(a) ? utf8_lower(arena, a) : a;
}

void
http_type(struct arena *arena, struct span value, struct span *type, struct span *charset)
{
	struct span part, key;

	*type = *charset = SPAN("");
	if (span_cut(&value, ';', &part))
		*type = lower(arena, span_trim(part));
	while (span_cut(&value, ';', &part))
		if (span_cut(&part, '=', &key) && part.s != NULL && charset->n == 0 &&
		    is_name(span_trim(key), SPAN("charset")))
			*charset = unquoted(span_trim(part));
}

bool
http_is_page(struct span type)
{
	static const struct span pages[] = { SPAN(""),
					     SPAN("text/html"),
					     SPAN("application/xhtml+xml"),
					     SPAN("text/plain"),
					     SPAN("text/markdown"),
					     SPAN("text/xml"),
					     SPAN("application/xml"),
					     SPAN("application/json"),
					     SPAN("application/x-ndjson"),
					     SPAN("application/jsonl") };

	return SPAN_AMONG(type, pages) ||
	       (span_starts(type, SPAN("application/")) &&
		(span_ends(type, SPAN("+xml")) || span_ends(type, SPAN("+json"))));
}

/* "HTTP/1.1 200 OK": 200, or -1. */
static long
status_of(struct span line)
{
	struct span word;

	if (!span_starts(line, SPAN("HTTP/")) || !span_cut(&line, ' ', &word) || line.s == NULL)
		return -1;
	line = span_trim(line);
	return line.n < 3 ? -1 : span_number((struct span){ line.s, 3 });
}

int
http_parse(struct arena *arena, struct span message, struct http_response *out)
{
	size_t n = http_head_length(message);
	struct span rest = { message.s, n > 0 ? n : message.n }, line;

	*out = (struct http_response){ 0 };
	if (!span_cut(&rest, '\n', &line) || (out->status = status_of(line)) < 0)
		return ERR_HTTP;
	out->head = rest;
	out->body = n > 0 ? span_from(message, n) : SPAN("");
	http_type(arena, http_field(rest, SPAN("Content-Type")), &out->type, &out->charset);
	return 0;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "1a3f;extension": the size of a chunk; false if it is none. */
static bool
chunk_size(struct span line, size_t *size)
{
	size_t i = 0;

	for (*size = 0; i < line.n && i < 12 && hex_digit(line.s[i]) >= 0; i++)
		*size = 16 * *size + (size_t)hex_digit(line.s[i]);
	line = span_trim(span_from(line, i));
	return i > 0 && (line.n == 0 || line.s[0] == ';');
}

static int
join_chunks(struct arena *arena, struct span *body)
{
	char *out = ARENA_NEW(arena, char, body->n);
	struct span rest = *body, line;
	size_t n = 0, size;

	while (span_cut(&rest, '\n', &line) && rest.s != NULL) {
		if (!chunk_size(line, &size))
			return n == 0 ? 0 : ERR_HTTP; /* it never was in chunks */
		if (size == 0) {
			*body = (struct span){ out, n };
			return 0;
		}
		if (size > rest.n)
			return ERR_HTTP;
		memcpy(out + n, rest.s, size);
		n += size;
		rest = span_from(rest, size);
		if (!span_cut(&rest, '\n', &line) || span_trim(line).n > 0)
			return ERR_HTTP;
	}
	return n == 0 ? 0 : ERR_HTTP;
}

/* Unpack to out, or where that is NULL only count: *n is the length. */
static int
unpack(struct span packed, int bits, char *out, size_t *n, size_t max)
{
	z_stream z = { .next_in = (unsigned char *)(uintptr_t)packed.s,
		       .avail_in = (uInt)packed.n };
	unsigned char scrap[1 << 14], *from;
	int rc = inflateInit2(&z, bits) == Z_OK ? Z_OK : Z_MEM_ERROR;

	for (*n = 0; rc == Z_OK && *n <= max;) {
		from = z.next_out = out != NULL ? (unsigned char *)out + *n : scrap;
		z.avail_out = sizeof(scrap);
		if (out != NULL && max - *n < sizeof(scrap))
			z.avail_out = (uInt)(max - *n + 1); /* a byte more is there, see unpacked */
		rc = inflate(&z, Z_NO_FLUSH);
		*n += (size_t)(z.next_out - from);
		if (rc == Z_STREAM_END && bits > MAX_WBITS && z.avail_in > 2 &&
		    z.next_in[0] == 0x1F)
			rc = inflateReset(&z); /* one more member */
	}
	inflateEnd(&z);
	if (*n > max)
		return ERR_SIZE;
	return rc == Z_STREAM_END ? 0 : ERR_HTTP;
}

/* First counted, then unpacked: a bomb costs time up to the limit, and no memory. */
static int
unpacked(struct arena *arena, struct span *body, int bits, size_t max)
{
	size_t n;
	char *out;
	int rc = unpack(*body, bits, NULL, &n, max);

	if (rc < 0)
		return rc;
	out = ARENA_NEW(arena, char, n + 1);
	if ((rc = unpack(*body, bits, out, &n, n)) < 0)
		return rc;
	*body = (struct span){ out, n };
	return 0;
}

static bool
looks_like_text(struct span body)
{
	body = span_trim((struct span){ body.s, body.n < 256 ? body.n : 256 });
	return body.n == 0 || body.s[0] == '<' || body.s[0] == '{' || body.s[0] == '[';
}

/* "deflate" is zlib's format, and that of old servers the bare stream. */
static int
undeflated(struct arena *arena, struct span *body, size_t max)
{
	int rc = unpacked(arena, body, MAX_WBITS, max);

	return rc == ERR_HTTP ? unpacked(arena, body, -MAX_WBITS, max) : rc;
}

static int
decoded(struct arena *arena, struct span coding, struct span *body, size_t max)
{
	if (coding.n == 0 || is_name(coding, SPAN("identity")) || looks_like_text(*body))
		return 0;
	if (is_name(coding, SPAN("gzip")) || is_name(coding, SPAN("x-gzip")))
		return span_starts(*body, SPAN("\x1F\x8B"))
			   ? unpacked(arena, body, 16 + MAX_WBITS, max)
			   : 0;
	if (is_name(coding, SPAN("deflate")))
		return undeflated(arena, body, max);
	return ERR_HTTP;
}

int
http_body(struct arena *arena, struct http_response *response, size_t max_bytes)
{
	struct span coding = http_field(response->head, SPAN("Content-Encoding"));
	struct span transfer = http_field(response->head, SPAN("Transfer-Encoding"));
	int rc = 0;

	if (is_name(transfer, SPAN("chunked")))
		rc = join_chunks(arena, &response->body);
	if (rc == 0)
		rc = decoded(arena, coding, &response->body, max_bytes);
	if (rc == 0 && response->body.n > max_bytes)
		rc = ERR_SIZE;
	return rc;
}
