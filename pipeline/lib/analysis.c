#include "analysis.h"

#include <string.h>

#include "conllu.h"
#include "utf8.h"

enum { SUFFIX_MAX = 8, CLASS_MAX = 16, VERB_MIN = 4 }; /* letters, bytes, bytes */

struct span
analysis_class(struct span upos, struct span feats)
{
	static const struct span classes[] = {
		SPAN("AUX.Fin"),  SPAN("AUX.Ger"),  SPAN("AUX.Inf"),  SPAN("AUX.Part"),
		SPAN("VERB.Fin"), SPAN("VERB.Ger"), SPAN("VERB.Inf"), SPAN("VERB.Part"),
	};
	struct span form;

	if (!span_eq(upos, SPAN("VERB")) && !span_eq(upos, SPAN("AUX")))
		return upos;
	if (!misc_get(feats, SPAN("VerbForm"), &form))
		form = SPAN("Fin");
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (span_starts(classes[i], upos) && span_ends(classes[i], form))
			return classes[i];
	return upos;
}

struct span class_upos(struct span class)
{
	struct span upos = SPAN("");

	span_cut(&class, '.', &upos);
	return upos;
}

static bool
read_fields(struct span fields, struct analysis *out)
{
	return span_cut(&fields, '\t', &out->upos) && span_cut(&fields, '\t', &out->lemma) &&
	       span_cut(&fields, '\t', &out->feats);
}

size_t
analysis_find(const struct table *tags, struct span key, size_t most, struct analysis out[])
{
	struct span fields;
	size_t n = 0;

	if (!table_find(tags, key, &fields))
		return 0;
	do
		n += read_fields(fields, &out[n]);
	while (n < most && table_again(tags, key, &fields));
	return n;
}

/* Those that are verbs, of the word with the prefix. */
static size_t
keep_verbs(struct arena *arena, struct span prefix, size_t n, struct analysis v[])
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (span_eq(v[i].upos, SPAN("VERB"))) {
			v[kept] = v[i];
			v[kept++].lemma = arena_concat(arena, prefix, v[i].lemma);
		}
	return kept;
}

size_t
analysis_by_prefix(const struct table *tags, struct arena *arena, struct span key, size_t most,
		   struct analysis out[])
{
	static const struct span prefixes[] = { SPAN("ri"), SPAN("pre"), SPAN("dis"), SPAN("sotto"),
						SPAN("contro") };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		struct span verb = span_from(key, prefixes[i].n);

		if (!span_starts(key, prefixes[i]) || verb.n < VERB_MIN)
			continue;
		return keep_verbs(arena, prefixes[i], analysis_find(tags, verb, most, out), out);
	}
	return 0;
}

/* cut[k]: where the last k letters of the word begin; returns the most k, at most SUFFIX_MAX. */
static int
cut_suffixes(struct span word, size_t cut[SUFFIX_MAX + 1])
{
	int n = 0;

	cut[0] = word.n;
	while (n < SUFFIX_MAX && cut[n] > 0) {
		cut[n + 1] = cut[n];
		utf8_prev(word, &cut[++n]);
	}
	return n;
}

static struct span
suffix_key(char buf[], struct span class, struct span suffix)
{
	memcpy(buf, class.s, class.n);
	buf[class.n] = '-';
	memcpy(buf + class.n + 1, suffix.s, suffix.n);
	return (struct span){ buf, class.n + 1 + suffix.n };
}

static bool
is_infinitive(const struct table *tags, struct span word)
{
	struct analysis v[ANALYSES];
	size_t n = analysis_find(tags, word, ANALYSES, v);

	for (size_t i = 0; i < n; i++)
		if (span_eq(v[i].upos, SPAN("VERB")) && span_eq(v[i].lemma, word))
			return true;
	return false;
}

/* "-erà" is of verbs in -are and in -ere: of those that share the rest, the one that is known. */
static struct span
known_verb(const struct table *tags, struct arena *arena, struct span lemma)
{
	static const struct span endings[] = { SPAN("are"), SPAN("ere"), SPAN("ire") };

	if (lemma.n < VERB_MIN || is_infinitive(tags, lemma))
		return lemma;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct span other =
		    arena_concat(arena, (struct span){ lemma.s, lemma.n - 3 }, endings[i]);

		if (is_infinitive(tags, other))
			return other;
	}
	return lemma;
}

/* "-zioni" says NOUN and "-zione": the longest suffix that is known. */
bool
analysis_by_suffix(const struct table *tags, struct arena *arena, struct span class,
		   struct span word, struct analysis *out)
{
	char buf[CLASS_MAX + 1 + 4 * SUFFIX_MAX];
	size_t cut[SUFFIX_MAX + 1];

	if (class.n > CLASS_MAX)
		return false;
	for (int n = cut_suffixes(word, cut); n > 0; n--) {
		struct span key = suffix_key(buf, class, span_from(word, cut[n]));

		if (cut[n] == 0 || analysis_find(tags, key, 1, out) == 0 || out->lemma.n == 0)
			continue;
		out->lemma =
		    arena_concat(arena, (struct span){ word.s, cut[n] }, span_from(out->lemma, 1));
		if (span_eq(out->upos, SPAN("VERB")))
			out->lemma = known_verb(tags, arena, out->lemma);
		return true;
	}
	return false;
}
