#include "chosen.h"

#define CHOSEN SPAN("chosen")

bool
sentence_chosen(const struct sentence *s)
{
	struct span value;

	return !comment_get(s, CHOSEN, &value) || !span_eq(value, SPAN("no"));
}

void
chosen_mark(struct arena *arena, struct document *doc, const bool kept[])
{
	for (size_t i = 0; i < doc->sentences.n; i++) {
		comment_drop(&doc->sentences.v[i], CHOSEN);
		if (!kept[i])
			comment_add(arena, &doc->sentences.v[i], CHOSEN, SPAN("no"));
	}
}

static bool
is_of_document(struct span comment)
{
	return span_starts(comment, SPAN("# newdoc")) || span_starts(comment, SPAN("# meta::")) ||
	       span_starts(comment, SPAN("# term = "));
}

/* What a kept sentence takes over: from the document's first, if it is not NULL; and the head of
 * its block, if that went. */
static void
take_over(struct arena *arena, struct sentence *to, const struct sentence *first, bool new_block,
	  struct span block)
{
	struct sentence out = { .rows = { to->rows.v, to->rows.n, to->rows.cap } };
	struct span own;

	for (size_t i = 0; first != NULL && i < first->comments.n; i++)
		if (is_of_document(first->comments.v[i]))
			*PUSH(arena, &out.comments) = first->comments.v[i];
	if (new_block && !sentence_starts_block(to)) {
		*PUSH(arena, &out.comments) = SPAN("# newpar");
		if (!span_eq(block, SPAN("paragraph")) && !comment_get(to, SPAN("block"), &own))
			comment_set(arena, &out, SPAN("block"), block);
	}
	for (size_t i = 0; i < to->comments.n; i++)
		*PUSH(arena, &out.comments) = to->comments.v[i];
	*to = out;
}

void
chosen_keep(struct arena *arena, struct document *doc, const bool kept[])
{
	struct sentence first = doc->sentences.v[0];
	struct span block = SPAN("paragraph");
	bool new_block = true;
	size_t n = 0;

	for (size_t i = 0; i < doc->sentences.n; i++) {
		struct sentence *s = &doc->sentences.v[i];

		block = sentence_block(s, block);
		new_block |= sentence_starts_block(s);
		if (!kept[i])
			continue;
		take_over(arena, s, n == 0 && i > 0 ? &first : NULL, new_block, block);
		doc->sentences.v[n++] = *s;
		new_block = false;
	}
	doc->sentences.n = n;
}

void
chosen_cut(struct arena *arena, struct document *doc)
{
	bool *kept = ARENA_NEW(arena, bool, doc->sentences.n), all = true;

	for (size_t i = 0; i < doc->sentences.n; i++)
		all &= kept[i] = sentence_chosen(&doc->sentences.v[i]);
	if (!all)
		chosen_keep(arena, doc, kept);
}
