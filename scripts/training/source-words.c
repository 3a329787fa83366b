/* source-words - the words of tagged CoNLL-U as the translator looks them up, a document a line;
 * what it does to the order of verbs, subjects and days before is left out.
 *
 * usage: source-words [FILE...] > TOKENS */
#include <stdio.h>

#include "cli.h"
#include "lib/neutral.h"
#include "lib/pronoun.h"
#include "lib/subject.h"

static void
put_words(void *self, struct arena *arena, struct document *doc)
{
	const struct table *kinds = self;
	struct fixed_list none = { 0 };
	struct source source;
	bool first = true;

	for (size_t i = 0; i < doc->sentences.n; i++) {
		source_make(arena, &doc->sentences.v[i], &source);
		source_add_subjects(arena, kinds, &source);
		move_pronouns(arena, kinds, &source, &none);
		source_reorder(&source, NULL);
		for (size_t j = 0; j < source.words.n; j++, first = false) {
			if (!first)
				put(SPAN(" "));
			put(neutral_form(arena, &source.words.v[j]));
		}
	}
	put(SPAN("\n"));
}

int
main(int argc, char *argv[])
{
	struct table kinds;
	int c;

	while ((c = getopt(argc, argv, "hV")) != -1)
		cli_option(c, "usage: source-words [FILE...]\n");
	cli_table(&kinds, "word-kinds");
	read_documents(argv + optind, put_words, &kinds);
	finish(0);
}
