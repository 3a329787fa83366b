/* An article as JSON Lines has it between extract and tokenize; see rassegna-streams(5). */
#ifndef RASSEGNA_ARTICLE_H
#define RASSEGNA_ARTICLE_H

#include "arena.h"

struct block {
	struct span type; /* title heading paragraph quote item caption */
	struct span text; /* NFC, no line break, trimmed */
};

struct field {
	struct span key, value;
};

/* What became of a line of the input: the type of the block that it is (or is part of) and the rule
 * "kept", or the class of what it is instead and the rule that says so. */
struct verdict {
	size_t line; /* from 1 */
	struct span class, rule, text;
};

struct article {
	struct span id;           /* no blanks; empty if the record has none */
	VEC(struct field) fields; /* source, title, date, author, lang, ... */
	VEC(struct block) blocks;
	struct span text; /* of a record with "text" in place of "blocks", NFC, line breaks kept */
	bool explain;     /* are verdicts wanted? */
	VEC(struct verdict) verdicts; /* in the order of the input */
};

typedef void article_fn(void *self, struct article *article); /* takes one of several */

/* One line of JSON. 0, or ERR_JSON, or ERR_ICU. Fields that are no string or number are left out.
 */
int article_parse(struct arena *arena, struct span line, struct article *article);
/* The same for an object, jansson's json_t, that is in memory already. */
struct json_t;
int article_of_json(struct arena *arena, const struct json_t *root, struct article *article);
/* An id or key: "a b" is "a_b". */
struct span article_id(struct arena *arena, struct span id);

/* The line for an article, without LF; keys that nobody knows behind those that have a place. */
struct span article_print(struct arena *arena, const struct article *article);

struct span article_field(const struct article *article, struct span key); /* or empty */
/* Set a field that is not there yet; an empty value sets none. */
void article_set(struct arena *arena, struct article *article, struct span key, struct span value);
/* Blanks squeezed, controls and invisible characters dropped; without text no block is added. */
void article_add(struct arena *arena, struct article *article, struct span type, struct span text);

/* Note what became of a line; nothing unless article->explain. */
void article_explain(struct arena *arena, struct article *article, struct verdict verdict);

/* In normal form C; runs of white space as one blank, none at the ends; soft hyphens, zero-width
 * characters, marks of direction, selectors of a variant and controls dropped, but those from
 * U+0080 on are what Windows-1252 has there. No-break spaces inside stay. */
struct span text_squeeze(struct arena *arena, struct span text);

#endif
