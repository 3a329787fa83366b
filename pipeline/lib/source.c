#include "source.h"

#include <string.h>

#include "numeral.h"
#include "token.h"
#include "utf8.h"

/* Quotes of all styles are one: the translator sees no difference. */
static bool
is_quote(struct span form)
{
	static const struct span quotes[] = { SPAN("\""), SPAN("«"), SPAN("»"),  SPAN("“"),
					      SPAN("”"),  SPAN("„"), SPAN("''"), SPAN("``") };

	return SPAN_AMONG(form, quotes);
}

static bool
opens(struct span before)
{
	return is_quote(before) || span_eq(before, SPAN("(")) || span_eq(before, SPAN(":")) ||
	       span_eq(before, SPAN("-")) || span_eq(before, SPAN("–")) ||
	       span_eq(before, SPAN("—"));
}

/* Most of the words of two letters and more are in capitals. */
static bool
is_shouted(const struct source *source)
{
	size_t shouted = 0, words = 0;

	for (size_t i = 0; i < source->words.n; i++) {
		struct span w = source->words.v[i].written;

		words += w.n > 1 && utf8_has_letter(w);
		shouted += utf8_is_acronym(w);
	}
	return words >= 3 && 2 * shouted > words;
}

/* With its case: token_key says how the word is spelt, in lower case. */
static struct span
respelt(struct arena *arena, struct span written)
{
	struct span key = token_key(arena, written);

	if (utf8_is_acronym(written))
		return utf8_upper(arena, key);
	if (utf8_is_capital(written) &&
	    span_eq(utf8_lower(arena, span_from(written, 1)), span_from(written, 1)))
		return utf8_capital(arena, key);
	return span_eq(key, utf8_lower(arena, written)) ? written : key;
}

static struct span
normal_form(struct arena *arena, const struct source *source, size_t i, bool shouted)
{
	const struct source_word *w = &source->words.v[i];
	bool first = i == 0 || opens(source->words.v[i - 1].written);

	if (is_quote(w->written))
		return SPAN("\"");
	if (utf8_has_digit(w->written))
		return quantity_number(arena, w->written);
	if (!utf8_has_letter(w->written))
		return w->written;
	if (shouted && !row_is(w->row, "PROPN"))
		return token_key(arena, w->written);
	if (first && !row_is(w->row, "PROPN") && (w->nrows > 1 || !utf8_is_acronym(w->written)))
		return token_key(arena, w->written);
	return respelt(arena, w->written);
}

/* A range gives its form to the words that it stands for. */
static void
add_words(struct arena *arena, const struct sentence *s, struct source *source)
{
	const struct row *range = NULL;

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];

		if (row->kind == ROW_RANGE)
			range = row;
		if (row->kind != ROW_WORD)
			continue;
		if (range != NULL && source->words.n > 0 &&
		    source->words.v[source->words.n - 1].written.s == range->col[C_FORM].s) {
			source->words.v[source->words.n - 1].nrows++;
		} else {
			struct span form = (range != NULL ? range : row)->col[C_FORM];

			*PUSH(arena, &source->words) = (struct source_word){
				.form = form, .written = form, .row = row, .nrows = 1
			};
		}
		if (range != NULL && row->last == range->last)
			range = NULL;
	}
}

void
source_make(struct arena *arena, const struct sentence *s, struct source *source)
{
	bool shouted;

	*source = (struct source){ 0 };
	add_words(arena, s, source);
	shouted = is_shouted(source);
	for (size_t i = 0; i < source->words.n; i++)
		source->words.v[i].form = normal_form(arena, source, i, shouted);
}

bool
source_is(const struct source *source, size_t i, const char *upos)
{
	return i < source->words.n && row_is(source->words.v[i].row, upos);
}

/* Adjectives that stand behind their noun in English too, before what they govern: "full of". */
static bool
governs(const struct source *source, size_t i)
{
	static const struct span governing[] = {
		SPAN("pieno"),    SPAN("ricco"),  SPAN("capace"),    SPAN("simile"),
		SPAN("pronto"),   SPAN("vicino"), SPAN("privo"),     SPAN("uguale"),
		SPAN("relativo"), SPAN("adatto"), SPAN("utile"),     SPAN("proprio"),
		SPAN("lungo"),    SPAN("pari"),   SPAN("contrario"),
	};

	if (!source_is(source, i + 1, "ADP"))
		return false;
	return SPAN_AMONG(source->words.v[i].row->col[C_LEMMA], governing);
}

/* Behind an adjective, with its adverbs, at i: the end of it, or i if there is none. */
static size_t
skip_adjective(const struct source *source, size_t i)
{
	size_t end = i;

	while (source_is(source, end, "ADV"))
		end++;
	return source_is(source, end, "ADJ") && !governs(source, end) ? end + 1 : i;
}

static void
reverse(struct source_word *v, size_t from, size_t to)
{
	for (; from + 1 < to; from++, to--) {
		struct source_word w = v[from];

		v[from] = v[to - 1];
		v[to - 1] = w;
	}
}

/* "e" or "ed" and one more adjective. */
static size_t
skip_coordinated(const struct source *source, size_t i)
{
	size_t end;

	if (!source_is(source, i, "CCONJ"))
		return i;
	end = skip_adjective(source, i + 1);
	return end > i + 1 ? end : i;
}

/* The noun goes behind its adjectives, of which the last comes first: "politica economica
 * europea" is read "europea economica politica"; "politici ed economici" stay in order. */
static size_t
reorder_noun(struct source *source, size_t noun, const unsigned fixed[])
{
	struct source_word *v = source->words.v;
	size_t end = noun + 1, next;

	while ((next = skip_adjective(source, end)) > end)
		end = next;
	next = end > noun + 1 ? skip_coordinated(source, end) : end;
	if (end == noun + 1)
		return end;
	for (size_t i = noun; fixed != NULL && i < next; i++)
		if (fixed[i] != fixed[noun])
			return next;
	if (next > end) {
		reverse(v, noun + 1, next);
		reverse(v, noun, next);
		return next;
	}
	reverse(v, noun, end);
	for (size_t i = noun; i < end; i = next) /* adverbs go before their adjectives again */
		for (next = i + 1; next < end && source_is(source, next, "ADV"); next++)
			if (!source_is(source, next + 1, "ADV"))
				reverse(v, i, next + 1);
	return end;
}

/* Words that may stand between the beginning of a clause and its verb. */
static bool
is_proclitic(const struct source_word *w)
{
	static const struct span words[] = { SPAN("non"), SPAN("lo"),  SPAN("la"), SPAN("li"),
					     SPAN("le"),  SPAN("gli"), SPAN("mi"), SPAN("ti"),
					     SPAN("ci"),  SPAN("vi"),  SPAN("ne"), SPAN("l'"),
					     SPAN("si"),  SPAN("s'") };

	if (!row_is(w->row, "PRON") && !row_is(w->row, "ADV"))
		return false;
	return SPAN_AMONG(w->form, words);
}

/* "<3s>" for a finite verb in the third person singular; empty for all other words. */
static struct span
dropped_subject(struct arena *arena, const struct row *row)
{
	struct span person, number, form;

	if ((!row_is(row, "VERB") && !row_is(row, "AUX")) ||
	    !misc_get(row->col[C_FEATS], SPAN("VerbForm"), &form) || !span_eq(form, SPAN("Fin")) ||
	    !misc_get(row->col[C_FEATS], SPAN("Person"), &person) ||
	    !misc_get(row->col[C_FEATS], SPAN("Number"), &number) || person.n != 1)
		return SPAN("");
	return arena_concat(arena, arena_concat(arena, SPAN("<"), person),
			    span_eq(number, SPAN("Plur")) ? SPAN("p>") : SPAN("s>"));
}

/* A verb that begins the sentence or what is quoted has no subject before it. */
static void
insert_subject(struct arena *arena, struct source *source, size_t at)
{
	size_t verb = at, n = source->words.n;
	struct source_word w;
	struct span marker;

	while (verb < n && is_proclitic(&source->words.v[verb]))
		verb++;
	if (verb == n || (marker = dropped_subject(arena, source->words.v[verb].row)).n == 0)
		return;
	w = (struct source_word){ .form = marker,
				  .written = marker,
				  .row = source->words.v[verb].row };
	*PUSH(arena, &source->words) = w;
	memmove(source->words.v + at + 1, source->words.v + at,
		(n - at) * sizeof(*source->words.v));
	source->words.v[at] = w;
}

void
source_swap(struct source *source, size_t from, size_t mid, size_t to)
{
	struct source_word *v = source->words.v;

	for (; mid < to; from++, mid++) {
		struct source_word w = v[mid];

		memmove(v + from + 1, v + from, (mid - from) * sizeof(*v));
		v[from] = w;
	}
}

bool
source_begins_clause(const struct source *source, size_t i)
{
	return i == 0 || source_is(source, i - 1, "SCONJ") || opens(source->words.v[i - 1].written);
}

void
source_add_subjects(struct arena *arena, struct source *source)
{
	for (size_t i = source->words.n; i-- > 0;)
		if (source_begins_clause(source, i))
			insert_subject(arena, source, i);
}

void
source_reorder(struct source *source, const unsigned fixed[])
{
	for (size_t i = 0; i < source->words.n;)
		i = source_is(source, i, "NOUN") || source_is(source, i, "PROPN")
			? reorder_noun(source, i, fixed)
			: i + 1;
}
