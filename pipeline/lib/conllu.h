/* CoNLL-U by documents: read, look up, change. See rassegna-streams(5).
 * A document begins at a sentence whose first comment is "# newdoc", or at the start of the input.
 */
#ifndef RASSEGNA_CONLLU_H
#define RASSEGNA_CONLLU_H

#include "input.h"
#include "arena.h"

enum column {
	C_ID,
	C_FORM,
	C_LEMMA,
	C_UPOS,
	C_XPOS,
	C_FEATS,
	C_HEAD,
	C_DEPREL,
	C_DEPS,
	C_MISC,
	C_NCOLS
};

enum row_kind { ROW_WORD, ROW_RANGE, ROW_EMPTY }; /* 1, 1-2, 1.1 */

struct row {
	enum row_kind kind;
	long last; /* of a range: its last word's ID; of a word: its ID */
	struct span col[C_NCOLS];
};

struct sentence {
	VEC(struct span) comments; /* whole lines, with "# " */
	VEC(struct row) rows;
};

struct document {
	VEC(struct sentence) sentences;
};

/* A reader over an open input. */
struct conllu {
	struct input *in;
	struct span held; /* a line read too far: the next document's first */
	int rc;           /* kept for the call after the one that gave what came before it */
};

/* The next document, whole, in the arena: 1, or 0 at the end, or what input_line returns, or
 * ERR_COLUMNS, ERR_ID, ERR_COMMENT, ERR_BLANK for the line in->line. The good sentences before
 * a bad line come out first, as a document of their own. */
int conllu_read(struct conllu *reader, struct arena *arena, struct document *doc);

/* A document from a text in memory, copied; what stands in it is one document. The words of its
 * sentences may have been left out. 0, or as conllu_read. */
int conllu_parse(struct arena *arena, struct span text, struct document *doc);

/* "# KEY = VALUE": get gives false where there is none; set replaces the first or appends. */
bool comment_value(struct span comment, struct span key, struct span *value);
bool comment_get(const struct sentence *s, struct span key, struct span *value);
void comment_set(struct arena *arena, struct sentence *s, struct span key, struct span value);
void comment_add(struct arena *arena, struct sentence *s, struct span key, struct span value);
void comment_drop(struct sentence *s, struct span key); /* all of that key */

/* KEY=VALUE in a MISC or FEATS column. A | in a value is written as \p. */
bool misc_get(struct span misc, struct span key, struct span *value);
struct span misc_set(struct arena *arena, struct span misc, struct span key, struct span value);
struct span misc_drop(struct arena *arena, struct span misc, struct span key);

static inline bool /* a word of this UPOS; in the header, where its length is known */
row_is(const struct row *row, const char *upos)
{
	return row->kind == ROW_WORD && span_eq(row->col[C_UPOS], span_of(upos));
}
/* A word with this feature: row_has(row, SPAN("Number"), SPAN("Plur")). */
bool row_has(const struct row *row, struct span key, struct span value);
bool row_is_verb(const struct row *row); /* VERB or AUX */

/* The block that a sentence stands in: of its own "# block" or none; the reader of a document
 * goes from "# newpar" to "# newpar", so ask with the last answer. */
struct span sentence_block(const struct sentence *s, struct span before);
bool sentence_starts_block(const struct sentence *s); /* has it "# newpar"? */
struct span sentence_text(const struct sentence *s);  /* "# text"; empty if there is none */

#endif
