/* A file of unknown bytes as extract takes it for plain text: cut into lines, told from
 * boilerplate, made into blocks. No line is lost from the account that explains it, and the
 * language comes out whatever the text. */
#include "text.h"

#include "boilerplate.h"
#include "justext.h"
#include "langid.h"
#include "lines.h"
#include "plaintext.h"

static struct boilerplate *
patterns(void)
{
	static struct boilerplate *b;
	struct table table = { 0 };

	if (b == NULL) {
		open_rows(&table, "nav\tline\t(accetta|rifiuta)( tutti)?\n"
				  "nav\tline?\t(sport|cronaca)+\n"
				  "related\thead+\tleggi anche\n"
				  "cookie\tany\t\\bcookie\\b.*\n"
				  "cookie\ttext\ti tuoi dati\n"
				  "comments\tline+\tcommenti\n"
				  "end\tany\tdiritti riservati\n");
		CHECK(boilerplate_open(&b, &table) == 0);
	}
	return b;
}

static struct langid *
languages(void)
{
	static struct langid *l;
	struct table table = { 0 };

	if (l == NULL) {
		open_rows(&table,
			  "it\t-\til la di che un una e per\nde\tßä\tder die das und ist\n");
		CHECK(langid_open(&l, &table) == 0);
	}
	return l;
}

static void
check_lines(const struct lines *lines, const struct article *article)
{
	struct justext_block *v = ARENA_NEW(&arena, struct justext_block, lines->n);
	size_t k = 0;

	for (size_t i = 0; i < lines->n; i++) {
		check_text(lines->v[i].text);
		v[i].text = lines->v[i].text;
		v[i].heading = lines->v[i].gap;
		while (k < article->verdicts.n && article->verdicts.v[k].line < lines->v[i].number)
			k++;
		CHECK(k < article->verdicts.n && article->verdicts.v[k].line == lines->v[i].number);
	}
	justext(&arena, &justext_default, lines->n, v);
	for (size_t i = 0; i < lines->n; i++)
		CHECK(v[i].class == JUSTEXT_GOOD || v[i].class == JUSTEXT_BAD);
}

static void
work(struct span bytes)
{
	struct article article = { .explain = true };
	struct span text = text_of(bytes);
	struct lines lines;

	langid_of(languages(), text);
	CHECK(plaintext_read(&arena, patterns(), text, &article) == 0);
	check_article(&article);
	lines_read(&arena, text, &lines);
	check_lines(&lines, &article);
}

FUZZ(work)
