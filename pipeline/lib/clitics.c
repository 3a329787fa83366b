#include "clitics.h"

#include <string.h>

#include "analysis.h"
#include "token.h"

/* Where a cluster is cut, and the hosts that it is found on. */
static const struct cluster {
	struct span form;
	size_t first;    /* bytes of the first pronoun; all of it if there is one */
	bool participle; /* may stand behind a participle */
} clusters[] = {
	{ SPAN("glielo"), 4, true }, { SPAN("gliela"), 4, true }, { SPAN("glieli"), 4, true },
	{ SPAN("gliele"), 4, true }, { SPAN("gliene"), 4, true }, { SPAN("melo"), 2, false },
	{ SPAN("mela"), 2, false },  { SPAN("meli"), 2, false },  { SPAN("mele"), 2, false },
	{ SPAN("mene"), 2, false },  { SPAN("telo"), 2, false },  { SPAN("tela"), 2, false },
	{ SPAN("teli"), 2, false },  { SPAN("tele"), 2, false },  { SPAN("tene"), 2, false },
	{ SPAN("selo"), 2, false },  { SPAN("sela"), 2, false },  { SPAN("seli"), 2, false },
	{ SPAN("sele"), 2, false },  { SPAN("sene"), 2, false },  { SPAN("celo"), 2, false },
	{ SPAN("cela"), 2, false },  { SPAN("celi"), 2, false },  { SPAN("cele"), 2, false },
	{ SPAN("cene"), 2, false },  { SPAN("velo"), 2, false },  { SPAN("vela"), 2, false },
	{ SPAN("veli"), 2, false },  { SPAN("vele"), 2, false },  { SPAN("vene"), 2, false },
	{ SPAN("gli"), 3, true },    { SPAN("mi"), 2, false },    { SPAN("ti"), 2, false },
	{ SPAN("si"), 2, true },     { SPAN("ci"), 2, false },    { SPAN("vi"), 2, false },
	{ SPAN("lo"), 2, false },    { SPAN("la"), 2, false },    { SPAN("li"), 2, false },
	{ SPAN("le"), 2, false },    { SPAN("ne"), 2, true },
};

static bool
is_verb(const struct analysis *a)
{
	return span_eq(a->upos, SPAN("VERB")) || span_eq(a->upos, SPAN("AUX"));
}

/* Is the form a verb's, of this VerbForm? Of several analyses one is enough. */
static bool
is_form_of_verb(const struct table *forms, struct span form, struct span verb_form)
{
	struct analysis a[ANALYSES];
	size_t n = analysis_find(forms, form, ANALYSES, a);

	for (size_t i = 0; i < n; i++)
		if (is_verb(&a[i]) && span_ends(a[i].feats, verb_form))
			return true;
	return false;
}

static bool
is_infinitive(struct arena *arena, const struct table *forms, struct span host)
{
	static const struct span lost[] = { SPAN("e"), SPAN("re") };

	for (size_t i = 0; span_ends(host, SPAN("r")) && i < sizeof(lost) / sizeof(lost[0]); i++)
		if (is_form_of_verb(forms, arena_concat(arena, host, lost[i]),
				    SPAN("VerbForm=Inf")))
			return true;
	return false;
}

static bool
is_host(struct arena *arena, const struct table *forms, struct span host, const struct cluster *c)
{
	return is_infinitive(arena, forms, host) ||
	       (span_ends(host, SPAN("ndo")) &&
		is_form_of_verb(forms, host, SPAN("VerbForm=Ger"))) ||
	       (c->participle && is_form_of_verb(forms, host, SPAN("VerbForm=Part"))) ||
	       span_eq(host, SPAN("ecco"));
}

/* "morsi" is no mor + si: what is known as a noun or an adjective is that. */
static bool
is_other_word(const struct table *forms, struct span key)
{
	struct analysis a[ANALYSES];
	size_t n = analysis_find(forms, key, ANALYSES, a);

	for (size_t i = 0; i < n; i++)
		if (!is_verb(&a[i]))
			return true;
	return false;
}

/* All pronouns end so. */
static bool
ends_like_one(struct span form)
{
	return form.n > 4 && strchr("aeio", form.s[form.n - 1]) != NULL &&
	       strchr("lmntscv", form.s[form.n - 2]) != NULL;
}

/* Two letters tell most clusters off. */
static bool
ends_with(struct span key, struct span cluster)
{
	return key.s[key.n - 1] == cluster.s[cluster.n - 1] &&
	       key.s[key.n - 2] == cluster.s[cluster.n - 2] && span_ends(key, cluster);
}

size_t
clitics_split(struct arena *arena, const struct table *forms, struct span form,
	      struct span words[CLITICS_WORDS])
{
	struct span key, host;

	if (!ends_like_one(form))
		return 1;
	key = token_key(arena, form);
	if (key.n != form.n) /* an accent as an apostrophe: no clitic has one */
		return 1;
	for (size_t i = 0; i < sizeof(clusters) / sizeof(clusters[0]); i++) {
		const struct cluster *c = &clusters[i];

		if (!ends_with(key, c->form))
			continue;
		host = (struct span){ key.s, key.n - c->form.n };
		if (!is_host(arena, forms, host, c) || is_other_word(forms, key))
			continue;
		words[0] = (struct span){ form.s, host.n };
		words[1] = (struct span){ form.s + host.n, c->first };
		words[2] = span_from(form, host.n + c->first);
		return words[2].n > 0 ? 3 : 2;
	}
	return 1;
}
