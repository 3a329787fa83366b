/* Which lines of a text dumped from a web page are the article; see plaintext.h for the thought. */
#ifndef RASSEGNA_DUMP_H
#define RASSEGNA_DUMP_H

#include "boilerplate.h"
#include "lines.h"

enum fate {
	LINE_KEPT,
	LINE_PATTERN, /* mark.row says which */
	LINE_DATE,    /* nothing but a date */
	LINE_BESIDE,  /* by its neighbours */
	LINE_BOX,     /* in the box that line mark.box opened */
	LINE_BEHIND,  /* behind the end of the article */
	LINE_ABOVE,   /* above the title: these three are plaintext.c's */
	LINE_AUTHOR,
	LINE_TITLE,
};

struct mark {
	uint32_t box;
	uint16_t row; /* of the pattern or hint that it matches, or 0 */
	uint16_t words;
	int8_t gain;      /* what the line says for itself: above 0 for the article */
	uint8_t fate;     /* enum fate */
	uint8_t came;     /* by which way the best one comes to each place: 2 bits each */
	bool heading : 1, /* short, and not closed */
	    prose : 1,    /* long, closed, with function words */
	    hint : 1,     /* a pattern needs others around it, or it is a menu in a line */
	    dated : 1,    /* words enough for a title, a date or a byline near below */
	    in : 1,       /* between the article's first line and its last, by the neighbours */
	    ends : 1;     /* the article: "Riproduzione riservata" stood behind it */
};

/* What was cut off a line, which is not empty then. */
struct cut {
	size_t line; /* index */
	struct span glued, signature;
};

struct dump {
	struct lines lines; /* cut, where something was */
	struct mark *marks; /* one a line */
	VEC(struct cut) cuts;
	size_t hits, hints, entries; /* lines by pattern, by hint; other lines of few words */
	bool is;                     /* a dump, and not a text with a line too many at most */
};

/* Mark all lines of a text. Linear in its size. */
void dump_mark(struct arena *arena, struct boilerplate *boilerplate, struct dump *dump);

/* Is the line in the article, and does it look like a heading? */
bool dump_is_heading(const struct dump *dump, size_t i);

#endif
