/* Plain text to the blocks of an article: paragraphs, headings, the title. */
#ifndef RASSEGNA_PLAINTEXT_H
#define RASSEGNA_PLAINTEXT_H

#include "article.h"

struct lines {
	struct span *v; /* squeezed; an empty one stands for a blank line */
	size_t n, cap;
};

/* One paragraph a line, or hard-wrapped lines joined again (words cut by a hyphen made whole),
 * whichever the text is. */
void plaintext_lines(struct arena *arena, struct span text, struct lines *out);

/* Is it a heading: short, and not closed like a sentence? */
bool plaintext_is_heading(struct span line);

/* Lines that hold text to blocks: the title (where the article has none yet and a heading stands
 * before the first paragraph), headings and paragraphs. Menus before the title go, and what comes
 * behind the last paragraph: links to other articles, comments. */
void plaintext_blocks(struct arena *arena, const struct lines *lines, struct article *article);

#endif
