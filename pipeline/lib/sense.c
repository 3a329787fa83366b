#include "sense.h"

#include "lexicon.h"

enum {
	VOTE = 60, /* can be shared by 2, 3, 4, 5, 6 subjects */
	SHARE = 3, /* a subject with less than the third of the most votes decides only between
		      subjects */
};

/* What a word is in the press whatever the subject: no subject, so it gets no votes. */
static bool
is_press(struct span fields)
{
	return span_starts(fields, SPAN("press\t"));
}

static uint32_t
count_subjects(const struct table *subjects, struct span lemma)
{
	struct span fields;
	uint32_t n = 0;

	if (table_find(subjects, lemma, &fields))
		do
			n += !is_press(fields);
		while (table_again(subjects, lemma, &fields));
	return n;
}

static void
vote(struct senses *senses, struct span lemma)
{
	uint32_t n = count_subjects(senses->subjects, lemma);
	struct span fields, subject;

	if (n == 0)
		return;
	*map_at(&senses->own, lemma) += VOTE / n;
	table_find(senses->subjects, lemma, &fields);
	do {
		struct span rest = fields;
		uint32_t *votes;

		if (is_press(fields))
			continue;
		span_cut(&rest, '\t', &subject);
		votes = map_at(&senses->votes, subject);
		*votes += VOTE / n;
		if (*votes > senses->most)
			senses->most = *votes;
	} while (table_again(senses->subjects, lemma, &fields));
}

struct senses
senses_of(const struct table *lexicon, const struct table *subjects, struct arena *arena,
	  const struct document *doc)
{
	struct senses senses = {
		.lexicon = lexicon,
		.subjects = subjects,
		.arena = arena,
		.votes = { .arena = arena },
		.own = { .arena = arena },
	};

	for (size_t i = 0; i < doc->sentences.n; i++)
		for (size_t j = 0; j < doc->sentences.v[i].rows.n; j++) {
			const struct row *row = &doc->sentences.v[i].rows.v[j];

			if (row_is(row, "NOUN"))
				vote(&senses, row->col[C_LEMMA]);
		}
	return senses;
}

/* The most votes that others gave to one of a lemma's subjects, and what it is there; of equal ones
 * the first. fields: of its first row. */
static uint32_t
best_subject(const struct senses *senses, struct span lemma, struct span fields,
	     struct sense *sense)
{
	uint32_t most = 0, own = map_get(&senses->own, lemma), n = 0;
	struct span subject;

	do {
		struct span rest = fields;
		uint32_t votes;

		if (is_press(fields))
			continue;
		span_cut(&rest, '\t', &subject);
		votes = map_get(&senses->votes, subject) - own;
		if (n++ == 0 || votes > most) {
			most = votes;
			sense->english = rest;
			sense->subject = subject;
		}
	} while (table_again(senses->subjects, lemma, &fields));
	if (most == 0 || (n == 1 && SHARE * most < senses->most))
		sense->english = sense->subject = SPAN("");
	return most;
}

static void
read_as_press(const struct senses *senses, struct span lemma, struct span fields,
	      struct sense *sense)
{
	do {
		struct span rest = fields;

		if (is_press(fields) && span_cut(&rest, '\t', &sense->subject))
			sense->english = rest;
	} while (table_again(senses->subjects, lemma, &fields));
}

/* What it is in the first of its subjects that has an answer: for phrases that no lexicon has. */
static struct span
any_english(const struct senses *senses, struct span lemma, struct span fields)
{
	struct span english, subject;

	do {
		english = fields;
		span_cut(&english, '\t', &subject);
	} while (english.n == 0 && table_again(senses->subjects, lemma, &fields));
	return english;
}

struct sense
sense_find(const struct senses *senses, struct span lemma, struct span upos)
{
	struct sense sense = { 0 };
	struct span fields;
	bool listed = (span_eq(upos, SPAN("NOUN")) || span_eq(upos, SPAN("VERB"))) &&
		      table_find(senses->subjects, lemma, &fields);
	uint32_t votes = listed ? best_subject(senses, lemma, fields, &sense) : 0;

	if (votes > 0)
		sense.fit = (double)votes / senses->most;
	if (listed && sense.subject.n == 0)
		read_as_press(senses, lemma, fields, &sense);
	if (sense.english.n == 0)
		sense.english =
		    lexicon_first(lexicon_find(senses->lexicon, senses->arena, lemma, upos));
	if (sense.english.n == 0 && listed)
		sense.english = any_english(senses, lemma, fields);
	return sense;
}
