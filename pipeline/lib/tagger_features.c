#include "tagger_features.h"

#include "buf.h"
#include "utf8.h"

/* --- words ----------------------------------------------------------------------------------- */

/* How it is written, where, and what the rest of the document says: c(apital) inside, i(nitial),
 * l(ower), s(houted), q(uoted name); + a name elsewhere, - a common word elsewhere. */
static struct span
capital(const struct capitals *capitals, struct arena *arena, const struct sentence *s, size_t i,
	bool shouted)
{
	struct span form = s->rows.v[i].col[C_FORM];
	struct buf b = { .arena = arena };
	bool initial = capitals_initial(s, i);

	if (shouted)
		return SPAN("s");
	if (!utf8_is_capital(form))
		return SPAN("l");
	buf_putc(&b, initial ? 'i' : capitals_quoted(s, i) ? 'q' : 'c');
	if (utf8_is_acronym(form))
		buf_putc(&b, 'X');
	if (initial && map_get(&capitals->names, form) > 0)
		buf_putc(&b, '+');
	if (map_get(&capitals->common, utf8_lower(arena, form)) > 0)
		buf_putc(&b, '-');
	return buf_span(&b);
}

static void
set_edge(const struct lexemes *lexemes, struct word *w)
{
	*w = (struct word){ lexemes->edge, atom_of(SPAN("=")), atom_of(SPAN("=")) };
}

static void
make_room(struct arena *arena, struct words *words, size_t n)
{
	if (n > words->cap) {
		words->cap = words->cap > 0 ? 2 * n : n;
		words->v = ARENA_NEW(arena, struct word, words->cap);
	}
	words->n = 0;
}

void
words_of(struct lexemes *lexemes, const struct capitals *capitals, struct arena *arena,
	 const struct sentence *s, struct words *out)
{
	bool shouted = capitals_shouted(s);

	make_room(arena, out, s->rows.n + 2 * WORD_EDGES);
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.v[i].kind == ROW_WORD)
			out->v[WORD_EDGES + out->n++] = (struct word){
				lexeme_of(lexemes, s->rows.v[i].col[C_FORM], shouted),
				.capital = atom_of(capital(capitals, arena, s, i, shouted)),
			};
	for (size_t i = 0; i < WORD_EDGES; i++) {
		set_edge(lexemes, &out->v[i]);
		set_edge(lexemes, &out->v[WORD_EDGES + out->n + i]);
	}
}

/* --- features ----------------------------------------------------------------------------------
 */

static void
add(struct features *f, char letter, const struct atom *a, const struct atom *b,
    const struct atom *c)
{
	uint64_t hash = (unsigned char)letter;

	if (a != NULL)
		hash = feature_value(hash, a->hash);
	if (b != NULL)
		hash = feature_value(hash, b->hash);
	if (c != NULL)
		hash = feature_value(hash, c->hash);
	f->name[f->n].letter = letter;
	f->name[f->n].value[0] = a;
	f->name[f->n].value[1] = b;
	f->name[f->n].value[2] = c;
	f->hash[f->n++] = hash;
}

void
features_alone(const struct lexeme *lexeme, struct features *f)
{
	static const char suffixes[] = "jklmn", prefixes[] = "opqr";

	const struct atom *w = lexeme->atom;

	f->n = 0;
	add(f, 'a', NULL, NULL, NULL);
	add(f, 'b', &w[A_KEY], NULL, NULL);
	for (int i = 0; i < AFFIX_MAX; i++)
		add(f, suffixes[i], &w[A_SUFFIX + i], NULL, NULL);
	for (int i = 0; i < AFFIX_MAX - 1; i++)
		add(f, prefixes[i], &w[A_PREFIX + i], NULL, NULL);
	add(f, 's', &w[A_SHAPE], NULL, NULL);
	add(f, 'u', &w[A_CLASSES], NULL, NULL);
	add(f, 'v', &w[A_BEST], NULL, NULL);
}

static void
add_capital(struct features *f, const struct word *w)
{
	const struct atom *o = w->lexeme->atom;

	add(f, 't', &w->capital, NULL, NULL);
	add(f, 'D', &o[A_EXACT], &w->capital, NULL);
	add(f, 'E', &o[A_CLASSES], &w->capital, NULL);
}

static void
add_neighbours(struct features *f, const struct word *w)
{
	const struct atom *l = w[-1].lexeme->atom, *o = w[0].lexeme->atom;
	const struct atom *r = w[1].lexeme->atom, *r2 = w[2].lexeme->atom;

	add(f, 'c', &l[A_KEY], NULL, NULL);
	add(f, 'd', &w[-2].lexeme->atom[A_KEY], NULL, NULL);
	add(f, 'e', &r[A_KEY], NULL, NULL);
	add(f, 'f', &r2[A_KEY], NULL, NULL);
	add(f, 'g', &l[A_KEY], &o[A_KEY], NULL);
	add(f, 'h', &o[A_KEY], &r[A_KEY], NULL);
	add(f, 'i', &l[A_KEY], &r[A_KEY], NULL);
	add(f, 'w', &r[A_CLASSES], NULL, NULL);
	add(f, 'x', &r2[A_CLASSES], NULL, NULL);
	add(f, 'y', &l[A_KEY], &o[A_CLASSES], NULL);
	add(f, 'z', &o[A_CLASSES], &r[A_CLASSES], NULL);
	add(f, 'A', &o[A_CLASSES], &r[A_CLASSES], &r2[A_CLASSES]);
	add(f, 'B', &l[A_SUFFIX + 2], NULL, NULL);
	add(f, 'C', &r[A_SUFFIX + 2], NULL, NULL);
	add(f, 'R', &o[A_CLASSES], &l[A_AGREE], &o[A_AGREE]);
	add(f, 'S', &o[A_CLASSES], &r[A_KEY], NULL);
}

static void
add_history(struct features *f, const struct word *w)
{
	const struct atom *o = w->lexeme->atom, *r = w[1].lexeme->atom;
	const struct atom *t1 = &w[-1].tag, *t2 = &w[-2].tag;

	add(f, 'F', t1, NULL, NULL);
	add(f, 'G', t2, t1, NULL);
	add(f, 'H', t1, &o[A_KEY], NULL);
	add(f, 'I', t1, &o[A_CLASSES], NULL);
	add(f, 'J', t1, &r[A_CLASSES], NULL);
	add(f, 'K', t1, &o[A_CLASSES], &r[A_CLASSES]);
	add(f, 'L', t2, t1, &o[A_CLASSES]);
	add(f, 'M', t1, &o[A_SUFFIX + 2], NULL);
	add(f, 'N', t1, &w->capital, NULL);
	add(f, 'O', t1, &r[A_KEY], NULL);
	add(f, 'P', t2, &o[A_KEY], NULL);
}

void
features_in_place(const struct word *word, struct features *f)
{
	add_capital(f, word);
	add_neighbours(f, word);
	add_history(f, word);
}
