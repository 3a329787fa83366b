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

bool
source_says(const struct source *source, size_t i, struct span form)
{
	return i < source->words.n && span_eq(source->words.v[i].form, form);
}

bool
source_is_of(const struct source *source, size_t i, struct span lemma)
{
	return i < source->words.n && span_eq(source->words.v[i].row->col[C_LEMMA], lemma);
}

bool
source_has(const struct source *source, size_t i, struct span feature, struct span value)
{
	return i < source->words.n && row_has(source->words.v[i].row, feature, value);
}

bool
source_agree(const struct source *source, size_t a, size_t b, struct span feature)
{
	struct span x, y;

	return !misc_get(source->words.v[a].row->col[C_FEATS], feature, &x) ||
	       !misc_get(source->words.v[b].row->col[C_FEATS], feature, &y) || span_eq(x, y);
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

size_t
source_skip_adjective(const struct source *source, size_t i)
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
	end = source_skip_adjective(source, i + 1);
	return end > i + 1 ? end : i;
}

/* The noun goes behind its adjectives, of which the last comes first: "politica economica
 * europea" is read "europea economica politica"; "politici ed economici" stay in order. */
static size_t
reorder_noun(struct source *source, size_t noun, const unsigned fixed[])
{
	struct source_word *v = source->words.v;
	size_t end = noun + 1, next;

	while ((next = source_skip_adjective(source, end)) > end)
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
source_reorder(struct source *source, const unsigned fixed[])
{
	for (size_t i = 0; i < source->words.n;)
		i = source_is(source, i, "NOUN") || source_is(source, i, "PROPN")
			? reorder_noun(source, i, fixed)
			: i + 1;
}
