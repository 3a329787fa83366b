#include "construction.h"

#include "age.h"
#include "buf.h"
#include "cleft.h"
#include "inflect.h"
#include "place.h"
#include "saying.h"
#include "utf8.h"

enum { FAR = 12 }; /* words between the two "sia" */

/* ---- sia ... sia, sia ... che: both ... and */

/* It joins what is named, and is no form of "essere". */
static bool
is_joining(const struct place *p, size_t i)
{
	return source_says(p->source, i, SPAN("sia")) &&
	       (source_is(p->source, i + 1, "ADP") || place_is_nominal(p, i + 1));
}

/* The "che" of a "sia" at i: it stands before a word of the same kind, and no verb is between; 0
 * if there is none. "Ritiene che sia il primo che" is "essere". */
static size_t
joined_by_che(const struct place *p, size_t i)
{
	if (!is_joining(p, i) || source_is(p->source, i, "AUX") ||
	    (i > 0 && source_says(p->source, i - 1, SPAN("che"))))
		return 0;
	for (size_t k = i + 2; k <= i + FAR && k < p->source->words.n; k++) {
		if (source_is(p->source, k, "PUNCT") || source_is(p->source, k, "VERB") ||
		    source_is(p->source, k, "AUX"))
			return 0;
		if (source_says(p->source, k, SPAN("che")) &&
		    (source_is(p->source, i + 1, "ADP") ? source_is(p->source, k + 1, "ADP")
							: place_is_nominal(p, k + 1)))
			return k;
		if (source_says(p->source, k, SPAN("che")))
			return 0;
	}
	return 0;
}

static bool
is_joining_che(const struct place *p)
{
	if (!source_says(p->source, p->at, SPAN("che")))
		return false;
	for (size_t i = p->at; i-- > 0 && i + FAR >= p->at;)
		if (source_says(p->source, i, SPAN("sia")))
			return joined_by_che(p, i) == p->at;
	return false;
}

static bool
has_other(const struct place *p, bool before)
{
	for (size_t k = 1; k <= FAR; k++) {
		size_t i = before ? p->at - k : p->at + k;

		if ((before && p->at < k) || place_ends_clause(p, i))
			return false;
		if (is_joining(p, i))
			return true;
	}
	return false;
}

static bool
find_both(const struct place *p, struct construction *out)
{
	*out = (struct construction){ .n = 1, .english = SPAN("and") };
	if (is_joining_che(p))
		return true;
	if (!is_joining(p, p->at))
		return false;
	if (has_other(p, true))
		return true;
	out->english = SPAN("both");
	return has_other(p, false) || joined_by_che(p, p->at) > 0;
}

/* ---- concorrenti come OpenAI: such as */

static bool
find_example(const struct place *p, struct construction *out)
{
	if (!source_says(p->source, p->at, SPAN("come")) || p->at == 0 ||
	    !(source_is(p->source, p->at - 1, "NOUN") ||
	      source_is(p->source, p->at - 1, "PROPN")) ||
	    !source_is(p->source, p->at + 1, "PROPN"))
		return false;
	*out = (struct construction){ .n = 1, .english = SPAN("such as|like"), .tied = true };
	return true;
}

/* ---- da tre giorni: for; of what goes on */

static bool
find_since(const struct place *p, struct construction *out)
{
	static const struct span units[] = { SPAN("minuti"),    SPAN("ore"),   SPAN("giorni"),
					     SPAN("settimane"), SPAN("mesi"),  SPAN("anni"),
					     SPAN("decenni"),   SPAN("secoli") };
	size_t unit = p->at + 2;

	*out = (struct construction){ .n = 1, .english = SPAN("for") };
	if (!source_says(p->source, p->at, SPAN("da")) || !source_is(p->source, p->at + 1, "NUM") ||
	    unit >= p->source->words.n || !SPAN_AMONG(p->source->words.v[unit].form, units) ||
	    source_says(p->source, unit + 1, SPAN("a")) ||
	    source_says(p->source, unit + 1, SPAN("e")))
		return false; /* "da tre anni a due" */
	for (size_t i = 0; i < p->at; i++)
		if (row_has(p->source->words.v[i].row, SPAN("Tense"), SPAN("Pres")) ||
		    row_has(p->source->words.v[i].row, SPAN("Tense"), SPAN("Imp")))
			return true;
	return false;
}

/* ---- ben tre ponti */

static bool
find_many(const struct place *p, struct construction *out)
{
	*out = (struct construction){ .n = 1, .english = SPAN("as many as"), .tied = true };
	return source_says(p->source, p->at, SPAN("ben")) && source_is(p->source, p->at + 1, "NUM");
}

/* ---- due ex dipendenti, la sua ex */

/* Whatever the tags: the tagger takes "ex" for somebody's wife, and "dipendenti" for what she is.
 */
static bool
find_former(const struct place *p, struct construction *out)
{
	size_t next = p->at + 1;

	if (!source_says(p->source, p->at, SPAN("ex")))
		return false;
	*out = (struct construction){ .n = 1, .english = SPAN("ex") };
	if (source_is(p->source, next, "NOUN") || source_is(p->source, next, "ADJ") ||
	    source_is(p->source, next, "PROPN"))
		*out = (struct construction){ 1, SPAN("former"), true };
	return true;
}

/* ---- si prevede che: it is expected; piogge si prevedono: are expected */

/* "is expected" for "prevede", by its gloss; empty if it has none. */
static struct span
passive(const struct place *p, size_t i, bool denied)
{
	const struct row *verb = p->source->words.v[i].row;
	struct span gloss, be;

	if (!misc_get(verb->col[C_MISC], SPAN("Gloss"), &gloss))
		return SPAN("");
	be = arena_concat(p->arena, inflect(p->models->english, p->arena, verb, SPAN("be")),
			  denied ? SPAN(" not ") : SPAN(" "));
	return arena_concat(p->arena, be, english_participle(p->models->english, p->arena, gloss));
}

static bool
find_passive(const struct place *p, struct construction *out)
{
	size_t denied = source_says(p->source, p->at, SPAN("non")), si = p->at + denied;

	if (si >= p->source->words.n || !p->source->words.v[si].passive)
		return false;
	*out = (struct construction){ .n = 2 + denied, .english = passive(p, si + 1, denied) };
	return out->english.n > 0;
}

/* With the sign for a subject before it, which it is not. */
static bool
find_impersonal(const struct place *p, struct construction *out)
{
	size_t si = p->at + (p->source->words.v[p->at].nrows == 0);
	const struct row *verb;

	if (!source_says(p->source, si, SPAN("si")) || !source_is(p->source, si + 1, "VERB") ||
	    p->source->words.v[si + 1].nrows != 1 || !source_says(p->source, si + 2, SPAN("che")))
		return false;
	verb = p->source->words.v[si + 1].row;
	if (!row_has(verb, SPAN("Person"), SPAN("3")) ||
	    !row_has(verb, SPAN("Number"), SPAN("Sing")))
		return false;
	*out = (struct construction){ .n = si + 2 - p->at, .english = passive(p, si + 1, false) };
	if (out->english.n == 0)
		return false;
	out->english = arena_concat(p->arena, SPAN("it "), out->english);
	return true;
}

/* ---- via dei Mulini */

static bool
is_capital(const struct place *p, size_t i)
{
	return i < p->source->words.n && utf8_is_capital(p->source->words.v[i].written);
}

/* Only "della" and its like, which are two words: "per via di" is no street. */
static size_t
skip_article(const struct place *p, size_t i)
{
	return i < p->source->words.n && p->source->words.v[i].nrows == 2 &&
	       source_is(p->source, i, "ADP") && source_is_of(p->source, i, SPAN("di"));
}

/* What the name of a street may begin with: "kept" or "kept article", empty for all else. */
static struct span
street_kind(const struct place *p)
{
	struct span fields, class;

	if (!table_find(p->models->quantities, p->source->words.v[p->at].form, &fields))
		return SPAN("");
	do {
		struct span rest = fields;

		if (span_cut(&rest, '\t', &class) && span_eq(class, SPAN("street")))
			return rest;
	} while (table_again(p->models->quantities, p->source->words.v[p->at].form, &fields));
	return SPAN("");
}

/* Behind "via" and the article of its name; 0 if no street is here. "Per via della" is "because
 * of", "nel corso del" is "during". */
static size_t
skip_kind(const struct place *p)
{
	struct span kind = street_kind(p);

	if (!span_starts(kind, SPAN("kept")) ||
	    (p->at > 0 && source_says(p->source, p->at - 1, SPAN("per"))))
		return 0;
	return p->at + 1 + (span_ends(kind, SPAN("article")) ? skip_article(p, p->at + 1) : 0);
}

static struct span
as_written(const struct place *p, size_t to)
{
	struct buf out = { .arena = p->arena };

	for (size_t i = p->at; i < to; i++) {
		if (i > p->at)
			buf_putc(&out, ' ');
		buf_put(&out, p->source->words.v[i].written);
	}
	return buf_span(&out);
}

/* With "in" before it, which the phrase table may leave out or carry away. */
static bool
find_street(const struct place *p, struct construction *out)
{
	struct place street = *p;
	size_t first, end;

	street.at += source_says(p->source, p->at, SPAN("in"));
	end = first = street.at < p->source->words.n ? skip_kind(&street) : 0;
	while (first > 0 && is_capital(p, end))
		end++;
	*out = (struct construction){ .n = end - p->at, .english = as_written(p, end) };
	return end > first;
}

/* ---- erano le 2.40, era l'1.30: it was */

/* With the sign for a subject, which is not "they". */
static bool
find_clock(const struct place *p, struct construction *out)
{
	const struct source_word *verb = &p->source->words.v[p->at + 1];
	bool article = source_says(p->source, p->at + 2, SPAN("le")) ||
		       source_says(p->source, p->at + 2, SPAN("l'"));

	if (p->source->words.v[p->at].nrows > 0 || !article ||
	    !source_is_of(p->source, p->at + 1, SPAN("essere")) ||
	    p->at + 3 >= p->source->words.n || !utf8_has_digit(p->source->words.v[p->at + 3].form))
		return false;
	*out = (struct construction){
		.n = 3,
		.english =
		    row_has(verb->row, SPAN("Tense"), SPAN("Imp")) ? SPAN("it was") : SPAN("it is"),
	};
	return true;
}

/* ---- ci vorranno mesi: it will take */

/* Told by its forms, which the tagger may take for "volare". */
static bool
is_volere(const struct place *p, size_t i)
{
	static const struct span forms[] = {
		SPAN("vuole"),  SPAN("vogliono"), SPAN("voleva"),   SPAN("volevano"),
		SPAN("vorrà"),  SPAN("vorranno"), SPAN("vorrebbe"), SPAN("vorrebbero"),
		SPAN("voluto"), SPAN("voluta"),   SPAN("voluti"),   SPAN("volute"),
		SPAN("volle"),  SPAN("vollero"),
	};

	return i < p->source->words.n && p->source->words.v[i].nrows > 0 &&
	       SPAN_AMONG(p->source->words.v[i].form, forms);
}

/* Behind the verb that takes, whose first word is at i; 0 if it is none. */
static size_t
skip_takes(const struct place *p, size_t i)
{
	if (is_volere(p, i) && !source_is(p->source, i + 1, "VERB"))
		return i + 1;
	return i < p->source->words.n && is_volere(p, i + 1) &&
		       source_is_of(p->source, i, SPAN("essere"))
		   ? i + 2
		   : 0;
}

/* The same for one and for many: "ci vogliono mesi". */
static struct span
it_takes(const struct row *row)
{
	if (row_has(row, SPAN("Tense"), SPAN("Imp")) || row_has(row, SPAN("Tense"), SPAN("Past")))
		return SPAN("it took");
	if (row_has(row, SPAN("Tense"), SPAN("Fut")))
		return SPAN("it will take");
	return row_has(row, SPAN("Mood"), SPAN("Cnd")) ? SPAN("it would take") : SPAN("it takes");
}

/* With the sign for a subject, which is "it"; "ci vuole parlare" is somebody who wants to. */
static bool
find_takes(const struct place *p, struct construction *out)
{
	size_t verb = p->at + 2, end;

	if (p->source->words.v[p->at].nrows > 0 || !source_says(p->source, p->at + 1, SPAN("ci")) ||
	    (end = skip_takes(p, verb)) == 0)
		return false;
	*out = (struct construction){
		.n = end - p->at,
		.english =
		    end > verb + 1 ? SPAN("it took") : it_takes(p->source->words.v[verb].row),
	};
	return true;
}

bool
construction_find(const struct construction_models *models, struct arena *arena,
		  const struct source *source, size_t at, struct construction *out)
{
	static bool (*const find[])(const struct place *, struct construction *) = {
		find_both,        find_example,        age_find_beside,    age_find_of,
		find_many,        find_since,          find_former,        age_find_verb,
		find_takes,       saying_find_hearsay, cleft_find_deed,    cleft_find_doer,
		cleft_find_doing, saying_find,         saying_find_hearer, find_passive,
		find_impersonal,  find_street,         find_clock,
	};
	struct place p = { models, arena, source, at };

	for (size_t i = 0; i < sizeof(find) / sizeof(*find); i++)
		if (find[i](&p, out))
			return true;
	return false;
}
