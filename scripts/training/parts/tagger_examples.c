#include "tagger_examples.h"

#include <err.h>
#include <unistd.h>

#include "cli.h"
#include "table_source.h"

static uint8_t
class_number(struct tagger_examples *x, struct span class)
{
	size_t i = 0;

	while (i < x->classes && !span_eq(x->class[i], class))
		i++;
	if (i == TAGGER_CLASSES)
		errx(EX_DATA, "too many classes");
	if (i == x->classes) {
		x->class[i] = class;
		x->tag[i] = atom_of(class);
		x->classes++;
	}
	return (uint8_t)i;
}

static void
take_sentence(struct tagger_examples *x, struct lexemes *lexemes, const struct capitals *capitals,
	      const struct sentence *s)
{
	struct example *e = PUSH(&x->arena, &x->list);
	size_t n = 0;

	words_of(lexemes, capitals, &x->arena, s, &e->words);
	e->gold = ARENA_NEW(&x->arena, uint8_t, e->words.n + 1);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct span *col = s->rows.v[i].col;
		const struct lexeme *w = e->words.v[WORD_EDGES + n].lexeme;

		if (s->rows.v[i].kind == ROW_WORD)
			e->gold[n++] =
			    class_number(x, w->fixed ? w->reading[0].upos
						     : analysis_class(col[C_UPOS], col[C_FEATS]));
	}
}

static void
take_document(struct tagger_examples *x, struct lexemes *lexemes, const struct document *doc)
{
	struct capitals capitals = { { .arena = &x->arena }, { .arena = &x->arena } };

	for (size_t i = 0; i < doc->sentences.n; i++)
		capitals_note(&capitals, &doc->sentences.v[i]);
	for (size_t i = 0; i < doc->sentences.n; i++)
		take_sentence(x, lexemes, &capitals, &doc->sentences.v[i]);
}

static void
take_part(struct tagger_examples *x, const char *lexicon, const char *path)
{
	struct table tags;
	struct lexemes lexemes;
	struct document doc;
	struct input in;
	struct conllu reader = { .in = &in };
	int rc;

	table_source_open(&tags, &x->arena, lexicon);
	lexemes = lexemes_in(&x->arena, &tags);
	rc = input_open(&in, path);
	while (rc >= 0 && (rc = conllu_read(&reader, &x->arena, &doc)) == 1)
		take_document(x, &lexemes, &doc);
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

void
tagger_examples_read(struct tagger_examples *x, const char *folder)
{
	char lexicon[4096], path[4096];

	*x = (struct tagger_examples){ .arena.oom = out_of_memory };
	for (int part = 1;; part++) {
		snprintf(lexicon, sizeof(lexicon), "%s/%d.tsv", folder, part);
		snprintf(path, sizeof(path), "%s/%d.conllu", folder, part);
		if (access(path, R_OK) < 0)
			break;
		take_part(x, lexicon, path);
	}
	if (x->list.n == 0)
		errx(EX_TROUBLE, "%s: no 1.conllu", folder);
}

void
tagger_examples_each(struct tagger_examples *x, features_fn *work, void *self)
{
	struct features f;

	for (size_t i = 0; i < x->list.n; i++) {
		struct word *w = x->list.v[i].words.v + WORD_EDGES;

		for (size_t j = 0; j < x->list.v[i].words.n; j++) {
			if (!w[j].lexeme->fixed) {
				features_alone(w[j].lexeme, &f);
				features_in_place(&w[j], &f);
				work(self, &f);
			}
			w[j].tag = x->tag[x->list.v[i].gold[j]];
		}
	}
}
