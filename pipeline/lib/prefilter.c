#include "prefilter.h"

#include <string.h>

enum {
	MOST_EXACT = 128, /* texts that a part of an expression can be */
	MOST_NEEDED = 256,
	DEPTH = 32,
	LETTERS = 40, /* classes of bytes, see letter_of */
	STATES = 1 << 15,
};

/* What is known of a part of an expression: all texts that it matches, or else words of which each
 * of these holds one, or nothing. */
struct part {
	bool exact, needs;
	struct words words;
};

struct parser {
	struct arena *arena;
	struct span rest;
	int depth;
	bool start; /* nothing is matched yet, and that is at the text's beginning */
	bool ends;  /* the whole expression does, at the text's end */
};

static const struct part anything;

enum { OTHER = 0, EDGE = 35 }; /* EDGE: before a text and behind it, ^ in a word */

/* The class of a byte that belongs to a letter, whatever its case; OTHER of the rest. Of letters
 * with two bytes only those of Latin 1 count, C3 80 to C3 BF, and ©. */
static unsigned
letter_of(unsigned char c)
{
	if (c >= 'a' && c <= 'z')
		return 1 + c - 'a';
	if (c >= 'A' && c <= 'Z')
		return 1 + c - 'A';
	if (c == 0xC2 || c == 0xC3)
		return c == 0xC3 ? 27 : 34;
	switch (c | 0x20) {
	case 0xA0: /* à */
		return 28;
	case 0xA8: /* è */
		return 29;
	case 0xA9: /* é, © */
		return 30;
	case 0xAC: /* ì */
		return 31;
	case 0xB2: /* ò */
		return 32;
	case 0xB9: /* ù */
		return 33;
	}
	return OTHER;
}

static struct part
exactly(struct arena *arena, struct span word)
{
	struct part part = { .exact = true };

	*PUSH(arena, &part.words) = word;
	return part;
}

static void
add_words(struct arena *arena, struct words *to, const struct words *from)
{
	for (size_t i = 0; i < from->n; i++)
		*PUSH(arena, to) = from->v[i];
}

static size_t
count_letters(struct span word) /* 0: nothing to look for */
{
	size_t n = 0;

	for (size_t i = 0; i < word.n; i++)
		n += word.s[i] != ' ' && word.s[i] != '^';
	return n > 0 ? word.n : 0;
}

static size_t
shortest(const struct words *words)
{
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < words->n; i++) {
		size_t n = count_letters(words->v[i]);

		least = n < least ? n : least;
	}
	return words->n > 0 ? least : 0;
}

/* Long words are rare, and few words rarer than many. */
static bool
is_better(const struct words *a, const struct words *b)
{
	size_t la = shortest(a), lb = shortest(b);

	if (la > 8 && lb > 8)
		la = lb;
	return la != lb ? la > lb : a->n < b->n;
}

/* A run of letters ends, or words that are needed come: keep the better ones. */
static void
need(struct part *whole, const struct words *words)
{
	if (words->n == 0 || words->n > MOST_NEEDED || shortest(words) == 0)
		return;
	if (!whole->needs || is_better(words, &whole->words))
		whole->words = *words;
	whole->needs = true;
}

/* Every text of a before every one of b. */
static struct words
product(struct arena *arena, const struct words *a, const struct words *b)
{
	struct words out = { 0 };

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			*PUSH(arena, &out) = arena_concat(arena, a->v[i], b->v[k]);
	return out;
}

static struct part parse_choice(struct parser *p);

static char
peek(const struct parser *p)
{
	return p->rest.n > 0 ? p->rest.s[0] : '\0';
}

static char
take(struct parser *p)
{
	char c = p->rest.s[0];

	p->rest = span_from(p->rest, 1);
	return c;
}

/* Behind "(": (?:...) is a group, (?=...) and its like match nothing themselves. */
static struct part
parse_group(struct parser *p)
{
	bool looks = false;
	struct part part;

	if (peek(p) == '?') {
		take(p);
		while (peek(p) == '-' || (peek(p) >= 'a' && peek(p) <= 'z')) /* (?-i) */
			take(p);
		looks = peek(p) == '=' || peek(p) == '!' || peek(p) == '<';
		while (p->rest.n > 0 && strchr(":=!<>", peek(p)) != NULL && peek(p) != '\0')
			take(p);
	}
	part = parse_choice(p); /* looking ahead moves nothing, but what it sees is no start */
	if (peek(p) == ')')
		take(p);
	return looks ? exactly(p->arena, SPAN("")) : part;
}

/* What is matched first stands behind the text's edge. */
static struct part
at_start(struct parser *p, struct part part)
{
	struct part edge = exactly(p->arena, SPAN("^"));

	if (p->start && part.exact)
		part.words = product(p->arena, &edge.words, &part.words);
	p->start = false;
	return part;
}

/* Is it one byte in the text, too? Other apostrophes may stand for ', other blanks for none. */
static bool
is_sign(unsigned char c)
{
	return c < 0x80 && c != '\'' && letter_of(c) == OTHER;
}

/* One letter, of one byte or two, lower case, or a blank for a sign; empty when it is neither. */
static struct span
take_letter(struct parser *p)
{
	unsigned char c = (unsigned char)p->rest.s[0];
	size_t n = (c == 0xC2 || c == 0xC3) && p->rest.n > 1 ? 2 : 1;
	struct span letter = arena_copy(p->arena, (struct span){ p->rest.s, n });

	p->rest = span_from(p->rest, n);
	if (is_sign(c))
		return SPAN(" ");
	if (n == 1 && (letter_of(c) == OTHER || c >= 0x80))
		return SPAN("");
	if (n == 2 && letter_of((unsigned char)letter.s[1]) == OTHER)
		return SPAN("");
	((char *)letter.s)[n - 1] |= 0x20;
	return letter;
}

/* Behind "[": the letters of [ao]; a range or any other class can be anything. */
static struct part
parse_class(struct parser *p)
{
	struct part part = { .exact = peek(p) != '^' };

	while (p->rest.n > 0 && peek(p) != ']') {
		struct span letter;

		part.exact = part.exact && peek(p) != '-';
		if (peek(p) == '\\') {
			part.exact = false;
			take(p);
		}
		letter = p->rest.n > 0 ? take_letter(p) : SPAN("");
		part.exact = part.exact && letter.n > 0;
		*PUSH(p->arena, &part.words) = letter;
	}
	if (p->rest.n > 0)
		take(p);
	return part.exact && part.words.n > 0 ? part : anything;
}

/* Behind a backslash: \b matches nothing itself, \p{L} has a name. */
static struct part
parse_escape(struct parser *p)
{
	char c = p->rest.n > 0 ? take(p) : '\0';
	struct span name;

	if (c == 'b' || c == 'B')
		return exactly(p->arena, SPAN(""));
	if ((c == 'p' || c == 'P') && peek(p) == '{')
		span_cut(&p->rest, '}', &name);
	return c == 'd' || is_sign((unsigned char)c) ? exactly(p->arena, SPAN(" ")) : anything;
}

static struct part
parse_character(struct parser *p)
{
	struct span letter = take_letter(p);

	return letter.n > 0 ? exactly(p->arena, letter) : anything;
}

static struct part
parse_atom(struct parser *p)
{
	switch (peek(p)) {
	case '(':
		take(p);
		return parse_group(p);
	case '[':
		take(p);
		return at_start(p, parse_class(p));
	case '\\':
		take(p);
		if (peek(p) == 'b' || peek(p) == 'B')
			return parse_escape(p);
		return at_start(p, parse_escape(p));
	case '^':
	case '$':
		take(p);
		return exactly(p->arena, SPAN(""));
	case '.':
		take(p);
		return at_start(p, anything);
	}
	return at_start(p, parse_character(p));
}

/* ? * + {m} {m,} {m,n}: how often the part before stands at least and, if that is known, at most.
 */
static bool
parse_count(struct parser *p, bool *none, bool *many)
{
	struct span count;
	char c = peek(p);

	if (p->rest.n == 0 || strchr("?*+{", c) == NULL)
		return false;
	take(p);
	*none = c == '?' || c == '*' || (c == '{' && peek(p) == '0');
	*many = c != '?';
	if (c == '{')
		span_cut(&p->rest, '}', &count);
	if (peek(p) == '?' || (peek(p) == '+' && p->rest.n > 0)) /* lazy, possessive */
		take(p);
	return true;
}

static struct part
parse_repeat(struct parser *p)
{
	struct part part = parse_atom(p), repeated = { 0 };
	bool none, many;

	if (!parse_count(p, &none, &many))
		return part;
	if (none && many)
		return anything;
	if (none) {
		if (part.exact)
			*PUSH(p->arena, &part.words) = SPAN("");
		return part.exact ? part : anything;
	}
	if (part.exact || part.needs)
		need(&repeated, &part.words);
	return repeated;
}

static struct part
parse_sequence(struct parser *p)
{
	struct part run = exactly(p->arena, SPAN("")), whole = { .exact = true };
	struct part edge = exactly(p->arena, SPAN("^"));

	while (p->rest.n > 0 && peek(p) != '|' && peek(p) != ')') {
		struct part next = parse_repeat(p);

		if (next.exact && run.words.n * next.words.n <= MOST_EXACT) {
			run.words = product(p->arena, &run.words, &next.words);
			continue;
		}
		whole.exact = false;
		need(&whole, &run.words);
		if (next.needs)
			need(&whole, &next.words);
		run = next.exact ? next : exactly(p->arena, SPAN(""));
	}
	if (p->depth == 1 && p->ends)
		run.words = product(p->arena, &run.words, &edge.words);
	if (whole.exact)
		return run;
	need(&whole, &run.words);
	return whole;
}

static struct part
either(struct arena *arena, struct part a, struct part b)
{
	struct part out = { .exact = a.exact && b.exact && a.words.n + b.words.n <= MOST_EXACT };
	struct words words = { 0 };

	add_words(arena, &words, &a.words);
	add_words(arena, &words, &b.words);
	if (out.exact)
		out.words = words;
	else if ((a.exact || a.needs) && (b.exact || b.needs))
		need(&out, &words);
	return out;
}

static struct part
parse_choice(struct parser *p)
{
	bool start = p->start;
	struct part part;

	if (++p->depth > DEPTH) {
		p->rest = SPAN("");
		return anything;
	}
	part = parse_sequence(p);
	while (peek(p) == '|') {
		take(p);
		p->start = start;
		part = either(p->arena, part, parse_sequence(p));
	}
	p->start = false;
	p->depth--;
	return part;
}

struct words
prefilter_words(struct arena *arena, const struct expression *e)
{
	struct parser p = { .arena = arena, .rest = e->text, .start = e->begins, .ends = e->ends };
	struct part part = parse_choice(&p), whole = { 0 };

	if (p.rest.n == 0 && p.depth == 0 && (part.exact || part.needs))
		need(&whole, &part.words);
	return whole.words;
}

/* A state of the automaton; after a word's last byte it knows whose word that is. */
struct state {
	uint16_t next[LETTERS];
	uint16_t fail;
	uint16_t owners; /* 1 + the first link of its chain, or 0 */
};

struct link {
	uint16_t expression, next;
};

struct prefilter {
	uint8_t letter[256]; /* letter_of */
	VEC(struct state) states;
	VEC(struct link) links;
	struct prefilter_hits always;
};

static void
set_bit(struct prefilter_hits *hits, size_t i)
{
	hits->bits[i / 64] |= UINT64_C(1) << (i % 64);
}

static bool
add_word(struct arena *arena, struct prefilter *p, struct span word, size_t expression)
{
	size_t state = 0;

	for (size_t i = 0; i < word.n; i++) {
		unsigned c = word.s[i] == '^' ? EDGE : letter_of((unsigned char)word.s[i]);
		size_t next = p->states.v[state].next[c];

		if (next == 0) {
			if ((next = p->states.n) == STATES)
				return false;
			PUSH(arena, &p->states);
			p->states.v[state].next[c] = (uint16_t)next;
		}
		state = next;
	}
	if (p->links.n == UINT16_MAX - 1)
		return false;
	*PUSH(arena, &p->links) = (struct link){ (uint16_t)expression, p->states.v[state].owners };
	p->states.v[state].owners = (uint16_t)p->links.n;
	return true;
}

/* What a word's end owns, and behind it what the ends of its suffixes own. */
static void
join_owners(struct prefilter *p, size_t state)
{
	uint16_t *last = &p->states.v[state].owners;

	while (*last != 0)
		last = &p->links.v[*last - 1].next;
	*last = p->states.v[p->states.v[state].fail].owners;
}

/* Breadth first: a state's fail is shorter than itself, so it is done before. */
static void
link_states(struct arena *arena, struct prefilter *p)
{
	uint16_t *queue = ARENA_NEW(arena, uint16_t, p->states.n);
	size_t head = 0, tail = 1;

	while (head < tail) {
		struct state *s = &p->states.v[queue[head++]];
		bool root = s == p->states.v;

		for (unsigned c = 0; c < LETTERS; c++) {
			uint16_t by_fail = root ? 0 : p->states.v[s->fail].next[c];

			if (s->next[c] == 0) {
				s->next[c] = by_fail;
				continue;
			}
			p->states.v[s->next[c]].fail = by_fail;
			join_owners(p, s->next[c]);
			queue[tail++] = s->next[c];
		}
	}
}

struct prefilter *
prefilter_make(struct arena *arena, size_t n, const struct expression v[])
{
	struct prefilter *p = ARENA_NEW(arena, struct prefilter, 1);

	if (n > PREFILTER_MAX)
		return NULL;
	PUSH(arena, &p->states);
	for (unsigned c = 0; c < 256; c++)
		p->letter[c] = (uint8_t)letter_of((unsigned char)c);
	for (size_t i = 0; i < n; i++) {
		struct words words = prefilter_words(arena, &v[i]);
		bool all = words.n > 0;

		for (size_t k = 0; k < words.n; k++)
			all = add_word(arena, p, words.v[k], i) && all;
		if (!all)
			set_bit(&p->always, i);
	}
	link_states(arena, p);
	return p;
}

static size_t
follow(const struct prefilter *p, size_t state, unsigned letter, struct prefilter_hits *hits)
{
	const struct state *s;

	state = p->states.v[state].next[letter];
	s = &p->states.v[state];
	for (size_t k = s->owners; k != 0; k = p->links.v[k - 1].next)
		set_bit(hits, p->links.v[k - 1].expression);
	return state;
}

static bool
is_no_break(struct span text, size_t i) /* U+00A0 */
{
	return (unsigned char)text.s[i] == 0xC2 && i + 1 < text.n &&
	       (unsigned char)text.s[i + 1] == 0xA0;
}

bool
prefilter_run(const struct prefilter *p, struct span text, struct prefilter_hits *hits)
{
	size_t state;
	uint64_t any = 0;

	*hits = p->always;
	state = follow(p, 0, EDGE, hits);
	for (size_t i = 0; i < text.n; i++)
		if (is_no_break(text, i))
			state = follow(p, state, OTHER, hits), i++;
		else
			state = follow(p, state, p->letter[(unsigned char)text.s[i]], hits);
	follow(p, state, EDGE, hits);
	for (size_t i = 0; i < PREFILTER_MAX / 64; i++)
		any |= hits->bits[i];
	return any != 0;
}
