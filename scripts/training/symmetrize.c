/* symmetrize - one word alignment from the two that align made, of both directions
 *
 * needs: FORWARD and REVERSE with equally many lines of links "i-j i-j ...", i < 100,000
 * prints: the links by grow-diag-final-and, sorted, line by line
 *
 * Source: Koehn, Och and Marcu 2003, "Statistical phrase-based translation", HLT-NAACL, section 3;
 * Koehn et al. 2005, "Edinburgh system description for the 2005 IWSLT speech translation
 * evaluation", for the last step: start from the links of both, grow by neighbours that one has
 * while a word of theirs has no link, add links of one whose words both have none. */
#include <err.h>
#include <stdlib.h>

#include "cli.h"
#include "lines.h"
#include "link.h"

static const char usage[] = "usage: symmetrize [-i] FORWARD REVERSE\n"
			    "  -i, --intersect  only the links that both have\n"
			    "  -h, --help       this text\n";

enum { PLACES = 100000, FORWARD = 1, REVERSE = 2 };

struct link {
	uint32_t i, j;
	int in;    /* FORWARD, REVERSE or both */
	bool kept; /* part of the result */
};

/* The links of a line, in order of i and j, each once; the words that have a link kept. */
struct links {
	VEC(struct link) all;
	bool *i_linked, *j_linked; /* [PLACES] */
};

static bool intersecting;

static int
by_place(const void *a, const void *b)
{
	const struct link *x = a, *y = b;

	if (x->i != y->i)
		return x->i < y->i ? -1 : 1;
	return (x->j > y->j) - (x->j < y->j);
}

static void
keep(struct links *links, struct link *link)
{
	link->kept = true;
	links->i_linked[link->i] = links->j_linked[link->j] = true;
}

static void
read_links(struct arena *arena, struct links *links, const struct input *in, struct span line,
	   int from)
{
	struct span text;
	long i, j;

	while (line.n > 0 && span_cut(&line, ' ', &text)) {
		if (!link_parse(text, &i, &j) || i >= PLACES || j >= PLACES)
			errx(EX_DATA, "%s:%zu: no link: %.*s", in->name, in->line,
			     text.n < 50 ? (int)text.n : 50, text.s);
		*PUSH(arena, &links->all) = (struct link){ .i = i, .j = j, .in = from };
	}
}

/* Sort; make one of two that are equal. */
static void
unite(struct links *links)
{
	size_t n = 0;

	if (links->all.n == 0)
		return;
	qsort(links->all.v, links->all.n, sizeof(*links->all.v), by_place);
	for (size_t k = 1; k < links->all.n; k++)
		if (by_place(&links->all.v[n], &links->all.v[k]) == 0)
			links->all.v[n].in |= links->all.v[k].in;
		else
			links->all.v[++n] = links->all.v[k];
	links->all.n = n + 1;
}

static void
intersect(struct links *links)
{
	for (size_t k = 0; k < links->all.n; k++)
		if (links->all.v[k].in == (FORWARD | REVERSE))
			keep(links, &links->all.v[k]);
}

/* Keep the neighbours of a link where one of the two words is still free. */
static bool
grow_from(struct links *links, const struct link *link)
{
	static const int next[][2] = { { -1, 0 },  { 0, -1 }, { 1, 0 },  { 0, 1 },
				       { -1, -1 }, { -1, 1 }, { 1, -1 }, { 1, 1 } };
	bool grown = false;

	for (size_t k = 0; k < sizeof(next) / sizeof(*next); k++) {
		struct link at = { .i = link->i + next[k][0], .j = link->j + next[k][1] };
		struct link *found =
		    bsearch(&at, links->all.v, links->all.n, sizeof(*links->all.v), by_place);

		if (found == NULL || found->kept ||
		    (links->i_linked[found->i] && links->j_linked[found->j]))
			continue;
		keep(links, found);
		grown = true;
	}
	return grown;
}

static void
grow_diag(struct links *links)
{
	bool grown;

	do {
		grown = false;
		for (size_t k = 0; k < links->all.n; k++)
			if (links->all.v[k].kept && grow_from(links, &links->all.v[k]))
				grown = true;
	} while (grown);
}

static void
final_and(struct links *links, int from)
{
	for (size_t k = 0; k < links->all.n; k++) {
		struct link *link = &links->all.v[k];

		if ((link->in & from) && !links->i_linked[link->i] && !links->j_linked[link->j])
			keep(links, link);
	}
}

static void
symmetrize(struct links *links)
{
	unite(links);
	intersect(links);
	if (intersecting)
		return;
	grow_diag(links);
	final_and(links, FORWARD);
	final_and(links, REVERSE);
}

/* Write the result; no word is linked any more. */
static void
put_links(struct links *links)
{
	const char *blank = "";

	for (size_t k = 0; k < links->all.n; k++) {
		const struct link *link = &links->all.v[k];

		links->i_linked[link->i] = links->j_linked[link->j] = false;
		if (!link->kept)
			continue;
		printf("%s%u-%u", blank, link->i, link->j);
		blank = " ";
	}
	put(SPAN("\n"));
}

static void
symmetrize_files(struct input in[2])
{
	static bool i_linked[PLACES], j_linked[PLACES];
	struct arena arena = { .oom = out_of_memory };
	const struct input *longer;
	struct span line[2];

	while (lines_next_two(in, line, &longer)) {
		struct links links = { .i_linked = i_linked, .j_linked = j_linked };

		read_links(&arena, &links, &in[0], line[0], FORWARD);
		read_links(&arena, &links, &in[1], line[1], REVERSE);
		symmetrize(&links);
		put_links(&links);
		arena_reset(&arena);
	}
	if (longer != NULL)
		errx(EX_DATA, "%s: fewer lines than %s", in[longer == in].name, longer->name);
	arena_free(&arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "intersect", no_argument, NULL, 'i' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	struct input in[2];
	int c;

	while ((c = getopt_long(argc, argv, "ih", longopts, NULL)) != -1)
		if (c == 'i')
			intersecting = true;
		else
			cli_option(c, usage);
	if (argc - optind != 2)
		cli_option('?', usage);
	for (int k = 0; k < 2; k++)
		lines_open(&in[k], argv[optind + k]);
	symmetrize_files(in);
	input_close(&in[0]);
	input_close(&in[1]);
	finish(0);
}
