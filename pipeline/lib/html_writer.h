/* What gumbo gets to see of a page, written run by run and tag by tag: see html_outline.h. */
#ifndef RASSEGNA_HTML_WRITER_H
#define RASSEGNA_HTML_WRITER_H

#include "html_lexer.h"
#include "html_outline.h"

struct html_writer {
	struct arena *arena;
	struct html_outline *out;
	bool in_blank;
};

/* A custom element: "amp-sidebar". */
bool html_is_custom(const struct html_tag *tag);
/* One that comes with its name as its role: a form, a button. */
bool html_has_role(const struct html_tag *tag);

void html_write_blank(struct html_writer *w);
void html_write_text(struct html_writer *w, const char *from, const char *to);
void html_write_start(struct html_writer *w, const struct html_tag *tag);
void html_write_end(struct html_writer *w, GumboTag id);
void html_write_rule(struct html_writer *w); /* not two of them */
void html_write_title(struct html_writer *w, struct span text);

#endif
