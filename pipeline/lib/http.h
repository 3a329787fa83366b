/* An HTTP/1.x response as it came over the wire, and the headers that MIME, HTTP and WARC share.
 * Source: RFC 9110 and 9112; as browsers do, and unlike the RFCs, a body that is not coded as its
 * headers say is taken as it is: crawlers undo the coding and keep the header. */
#ifndef RASSEGNA_HTTP_H
#define RASSEGNA_HTTP_H

#include "arena.h"

struct http_response {
	long status;         /* 200, ... */
	struct span head;    /* the header lines */
	struct span type;    /* "text/html", in lower case; empty if it is not said */
	struct span charset; /* as declared, or empty */
	struct span body;
};

/* The length of a head with the empty line that ends it, or 0 if there is none. */
size_t http_head_length(struct span bytes);
/* The value of the first header of this name, trimmed; empty if there is none. */
struct span http_field(struct span head, struct span name);
/* "Text/HTML; charset=x" is text/html and x. */
void http_type(struct arena *arena, struct span value, struct span *type, struct span *charset);
/* A type in which an article may come: HTML, plain text, Markdown, XML, JSON; or none said. */
bool http_is_page(struct span type);

/* The parts of a response, its body as it stands: 0 or ERR_HTTP. */
int http_parse(struct arena *arena, struct span message, struct http_response *out);
/* The body without chunks and unpacked (gzip, deflate): 0, ERR_HTTP, or ERR_SIZE if it has more
 * than max_bytes. */
int http_body(struct arena *arena, struct http_response *response, size_t max_bytes);

#endif
