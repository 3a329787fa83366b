#include "html_meta.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "article.h"
#include "date.h"
#include "html_hints.h"
#include "map.h"
#include "utf8.h"

enum {
	ABOVE_TEXT = 200, /* bytes of prose that a title stands above */
	HEADINGS = 200,   /* looked at for the title */
	NAME_MOST = 120,  /* bytes of a byline */
	DATE_MOST = 160,  /* bytes of a line with a date */
	SITE_MOST = 40,   /* bytes of a paper's name that nobody states */
	TITLE_LEAST = 15, /* and of the title before it */
};

/* --- <meta> --- */

enum meta_field { M_TITLE, M_DATE, M_AUTHOR, M_DESCRIPTION, M_SITE, M_URL, M_FIELDS };

struct meta_key {
	const char *key;
	enum meta_field field;
	int rank; /* the lower one is better */
};

static const struct meta_key keys[] = {
	{ "og:title", M_TITLE, 1 },
	{ "twitter:title", M_TITLE, 2 },
	{ "dc.title", M_TITLE, 3 },
	{ "dcterms.title", M_TITLE, 3 },
	{ "headline", M_TITLE, 4 },
	{ "title", M_TITLE, 5 },
	{ "article:published_time", M_DATE, 1 },
	{ "datepublished", M_DATE, 2 },
	{ "og:published_time", M_DATE, 2 },
	{ "og:article:published_time", M_DATE, 2 },
	{ "dc.date.issued", M_DATE, 3 },
	{ "dcterms.created", M_DATE, 3 },
	{ "dc.date", M_DATE, 4 },
	{ "dcterms.date", M_DATE, 4 },
	{ "pubdate", M_DATE, 5 },
	{ "publishdate", M_DATE, 5 },
	{ "publish-date", M_DATE, 5 },
	{ "publication_date", M_DATE, 5 },
	{ "parsely-pub-date", M_DATE, 5 },
	{ "sailthru.date", M_DATE, 5 },
	{ "cxenseparse:recs:publishtime", M_DATE, 5 },
	{ "date", M_DATE, 6 },
	{ "data", M_DATE, 7 },
	{ "author", M_AUTHOR, 1 },
	{ "article:author", M_AUTHOR, 2 },
	{ "dc.creator", M_AUTHOR, 3 },
	{ "dcterms.creator", M_AUTHOR, 3 },
	{ "parsely-author", M_AUTHOR, 4 },
	{ "sailthru.author", M_AUTHOR, 4 },
	{ "autore", M_AUTHOR, 4 },
	{ "twitter:creator", M_AUTHOR, 9 },
	{ "og:description", M_DESCRIPTION, 1 },
	{ "description", M_DESCRIPTION, 2 },
	{ "twitter:description", M_DESCRIPTION, 3 },
	{ "dc.description", M_DESCRIPTION, 4 },
	{ "og:site_name", M_SITE, 1 },
	{ "application-name", M_SITE, 2 },
	{ "dc.publisher", M_SITE, 3 },
	{ "og:url", M_URL, 2 },
};

struct metas {
	struct span value[M_FIELDS];
	int rank[M_FIELDS]; /* 0: none yet */
};

static void
keep_best(struct metas *m, enum meta_field field, int rank, struct span value)
{
	if (value.n == 0 || (m->rank[field] != 0 && m->rank[field] <= rank))
		return;
	if (field == M_AUTHOR && (memmem(value.s, value.n, "://", 3) != NULL || value.s[0] == '@'))
		return; /* a page about the author, or a name at Twitter */
	m->rank[field] = rank;
	m->value[field] = value;
}

static void
take_key(struct arena *arena, const struct html_node *node, struct span key, struct metas *m)
{
	if (key.n == 0)
		return;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcasecmp(key.s, keys[i].key) == 0)
			keep_best(m, keys[i].field, keys[i].rank,
				  text_squeeze(arena, html_attribute(node, "content")));
}

static void
take_metas(const struct html_tree *tree, struct metas *m)
{
	for (size_t i = 0; i < tree->nodes.n; i++) {
		const struct html_node *node = &tree->nodes.v[i];

		if (node->tag == GUMBO_TAG_META) {
			take_key(tree->arena, node, html_attribute(node, "property"), m);
			take_key(tree->arena, node, html_attribute(node, "name"), m);
			take_key(tree->arena, node, html_attribute(node, "itemprop"), m);
		} else if (node->tag == GUMBO_TAG_LINK &&
			   strcasecmp(html_attribute(node, "rel").s, "canonical") == 0) {
			keep_best(m, M_URL, 1,
				  text_squeeze(tree->arena, html_attribute(node, "href")));
		}
	}
}

/* --- title --- */

/* Where " - ", " | " and the like stand: [*off, *off + *n). */
static bool
next_separator(struct span title, size_t *off, size_t *n)
{
	static const struct span separators[] = { SPAN(" - "),  SPAN(" | "), SPAN(" – "),
						  SPAN(" — "),  SPAN(" » "), SPAN(" · "),
						  SPAN(" :: "), SPAN(" / "), SPAN(" • "),
						  SPAN(" ~ "),  SPAN(" « ") };

	for (; *off < title.n; ++*off)
		for (size_t i = 0;
		     title.s[*off] == ' ' && i < sizeof(separators) / sizeof(separators[0]); i++)
			if (span_starts(span_from(title, *off), separators[i])) {
				*n = separators[i].n;
				return true;
			}
	return false;
}

static bool
same_name(struct span a, struct span b)
{
	return a.n == b.n && a.n > 0 && a.s != NULL && strncasecmp(a.s, b.s, a.n) == 0;
}

static size_t
count_words(struct span a)
{
	size_t n = a.n > 0;

	for (size_t i = 0; a.s != NULL && i < a.n; i++)
		n += a.s[i] == ' ';
	return n;
}

/* May the part behind a separator be the paper's name, though the page does not say it? */
static bool
is_like_site(struct span name, struct span rest)
{
	return name.n <= SITE_MOST && rest.n >= TITLE_LEAST && count_words(name) <= 4 &&
	       count_words(rest) >= count_words(name) + 2;
}

struct span
html_bare_title(struct span title, struct span site)
{
	size_t n, first = SIZE_MAX, last = SIZE_MAX, last_n = 0;
	struct span head, tail;

	for (size_t off = 0; next_separator(title, &off, &n); off += n) {
		if (first == SIZE_MAX) {
			first = off;
			head = (struct span){ title.s, off };
			tail = span_from(title, off + n);
			if (same_name(head, site))
				return tail;
		}
		last = off;
		last_n = n;
	}
	if (last == SIZE_MAX)
		return title;
	head = (struct span){ title.s, last };
	tail = span_from(title, last + last_n);
	if (same_name(tail, site) || is_like_site(tail, head))
		return first < last ? html_bare_title(head, site) : head;
	return title;
}

/* The letters and digits of a text, in lower case: what titles are compared by. */
static struct span
letters(struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };
	struct span lower = utf8_lower(arena, text);
	size_t off = 0, from;

	for (int32_t c; from = off, (c = utf8_next(lower, &off)) >= 0;)
		if (u_isalnum(c))
			buf_put(&out, (struct span){ lower.s + from, off - from });
	return buf_span(&out);
}

static bool
contains(struct span a, struct span b)
{
	return b.n > 0 && a.n >= b.n && memmem(a.s, a.n, b.s, b.n) != NULL;
}

struct title_search {
	struct span stated[3], bare[3], letters[3]; /* by Open Graph, JSON-LD, <title> */
	uint32_t best;
	double score;
	struct span text;
	uint32_t first_h1, h1s;
};

/* How much a heading is what the page says its title is: the part of the shorter in the longer. */
static double
likeness(struct span heading, struct span stated)
{
	if (heading.n == 0 || stated.n == 0)
		return 0;
	if (contains(stated, heading))
		return (double)heading.n / (double)stated.n;
	return contains(heading, stated) ? (double)stated.n / (double)heading.n : 0;
}

/* An <h1> that is never closed has the text as well. */
static struct span
best_stated(const struct title_search *s, struct span own, struct span text)
{
	for (int k = 0; k < 3; k++)
		if (contains(own, s->letters[k]) && own.n > s->letters[k].n + 150)
			return s->bare[k];
	return text;
}

static void
look_at_heading(const struct html_tree *tree, uint32_t i, struct title_search *s)
{
	struct span text = html_text(tree, i), own = letters(tree->arena, text);
	GumboTag tag = tree->nodes.v[i].tag;
	double best = 0;

	for (int k = 0; k < 3; k++) {
		double score = likeness(own, s->letters[k]);

		if (score > best)
			best = score;
	}
	best += best > 0.3 ? tag == GUMBO_TAG_H1 ? 0.1 : tag == GUMBO_TAG_H2 ? 0.05 : 0 : 0;
	if (best > 0.4 && best > s->score) {
		s->score = best;
		s->best = i;
		s->text = best_stated(s, own, text);
	}
}

/* The paper's name is a link to its first page. */
static bool
may_be_title(const struct html_node *h1)
{
	return h1->chars > 0 && h1->chars <= 400 && 2 * h1->link_chars <= h1->chars;
}

static void
look_at_headings(const struct html_tree *tree, struct title_search *s)
{
	for (uint32_t i = 0, left = HEADINGS; i < tree->nodes.n && left > 0; i++) {
		GumboTag tag = tree->nodes.v[i].tag;

		if (tag != GUMBO_TAG_H1 && tag != GUMBO_TAG_H2 && tag != GUMBO_TAG_H3)
			continue;
		left--;
		if (tag == GUMBO_TAG_H1 && may_be_title(&tree->nodes.v[i]) && s->h1s++ == 0)
			s->first_h1 = i;
		if (tree->nodes.v[i].chars <= 400)
			look_at_heading(tree, i, s);
	}
}

static struct span
title_element(const struct html_tree *tree)
{
	for (uint32_t i = 0; i < tree->nodes.n; i++)
		if (tree->nodes.v[i].tag == GUMBO_TAG_TITLE)
			return html_text(tree, i);
	return SPAN("");
}

/* Does a heading stand above the text, and not in a list of the most read below it? */
static bool
heads_text(const struct html_tree *tree, uint32_t heading)
{
	uint32_t before = 0, all = tree->nodes.v[0].prose;

	for (uint32_t i = 1; i < heading; i++)
		if (html_is_text(&tree->nodes.v[i]))
			before += tree->nodes.v[i].prose;
	return all - before >= ABOVE_TEXT || before <= ABOVE_TEXT;
}

/* The heading that says what the page says elsewhere; else the only <h1>; else what is said. */
static void
find_title(const struct html_tree *tree, const struct metas *m, const struct html_ld *ld,
	   struct html_meta *meta)
{
	struct span site = m->value[M_SITE].n > 0 ? m->value[M_SITE] : ld->site;
	struct title_search s = { .stated = { m->value[M_TITLE], ld->title, title_element(tree) } };

	for (int i = 0; i < 3; i++) {
		s.bare[i] = html_bare_title(s.stated[i], site);
		s.letters[i] = letters(tree->arena, s.bare[i]);
	}
	look_at_headings(tree, &s);
	if (s.best == 0 && s.h1s == 1 && !same_name(html_text(tree, s.first_h1), site)) {
		s.best = s.first_h1;
		s.text = html_text(tree, s.best);
	}
	meta->title_node = heads_text(tree, s.best) ? s.best : 0;
	meta->title = s.text;
	for (int i = 0; i < 3 && meta->title.n == 0; i++) {
		meta->title = s.bare[i];
		meta->title_is_guess = i == 2;
	}
}

/* --- date --- */

static bool
has_hint(const struct html_node *node, enum html_class class)
{
	return (node->hints & 1U << class) != 0;
}

/* Is this element shown, or only left out for what it says of itself? */
static bool
is_shown(const struct html_node *node)
{
	return node->class == HTML_KEPT || node->class == HTML_AUTHOR || node->class == HTML_DATE ||
	       node->class == HTML_HEADER || node->class == HTML_NAV || node->class == HTML_SHARE;
}

/* What readers see: <time>, or a short element that is called a date. */
static struct span
visible_date(const struct html_tree *tree)
{
	for (uint32_t i = 1; i < tree->nodes.n; i++) {
		const struct html_node *node = &tree->nodes.v[i];
		bool time = node->tag == GUMBO_TAG_TIME;
		struct span date;

		if (html_is_text(node) || (!time && !has_hint(node, HTML_DATE)) || !is_shown(node))
			continue;
		date = date_iso(tree->arena, html_attribute(node, "datetime"));
		if (date.n == 0)
			date = date_iso(tree->arena, html_attribute(node, "content"));
		if (date.n == 0 && node->chars <= DATE_MOST)
			date = date_iso(tree->arena, html_text(tree, i));
		if (date.n > 0)
			return date;
	}
	return SPAN("");
}

static struct span
find_date(const struct html_tree *tree, const struct metas *m, const struct html_ld *ld)
{
	struct span date = date_iso(tree->arena, ld->date);

	if (date.n == 0)
		date = date_iso(tree->arena, m->value[M_DATE]);
	return date;
}

/* --- author --- */

static bool
drop_prefix(struct span *text, struct span prefix)
{
	if (text->n <= prefix.n || strncasecmp(text->s, prefix.s, prefix.n) != 0)
		return false;
	*text = span_trim(span_from(*text, prefix.n));
	return true;
}

/* "di A. Neri" is A. Neri. */
static struct span
bare_name(struct span name)
{
	static const struct span prefixes[] = { SPAN("a cura di "),  SPAN("articolo di "),
						SPAN("scritto da "), SPAN("pubblicato da "),
						SPAN("postato da "), SPAN("autore:"),
						SPAN("autore "),     SPAN("di "),
						SPAN("da "),         SPAN("by ") };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (drop_prefix(&name, prefixes[i]))
			break;
	return name;
}

static bool
is_name_word(struct span word)
{
	return utf8_is_capital(word) && !utf8_has_digit(word) &&
	       !span_has(SPAN(",.;:|()"), word.s[word.n - 1]);
}

/* "di", "De", "della" inside a name. */
static bool
is_particle(struct span word)
{
	return span_eq(word, SPAN("de")) || span_eq(word, SPAN("di")) ||
	       span_eq(word, SPAN("von")) || span_eq(word, SPAN("e"));
}

/* The capitalised words at the start of a text: two to four, and particles between them. */
struct span
html_leading_name(struct span text)
{
	struct span rest = text, word, name = { text.s, 0 };
	size_t words = 0;

	while (words < 6 && span_cut(&rest, ' ', &word) && word.n > 0) {
		struct span bare = word;

		if (is_particle(word) && words > 0)
			continue;
		while (bare.n > 0 && span_has(SPAN(",.;:|()"), bare.s[bare.n - 1]))
			bare.n--;
		if (bare.n == 0 || !is_name_word(bare))
			break;
		name.n = (size_t)(bare.s + bare.n - text.s);
		words++;
		if (bare.n < word.n && bare.n > 2)
			break;
	}
	return words >= 2 && words <= 5 ? name : SPAN("");
}

struct span
html_byline(struct span text)
{
	static const struct span marks[] = { SPAN("di "),      SPAN("Di "),    SPAN("DI "),
					     SPAN("by "),      SPAN("By "),    SPAN("da "),
					     SPAN("Autore: "), SPAN("Firma: ") };
	struct span name;

	for (size_t i = 0; i < text.n; i++)
		for (size_t k = 0; k < sizeof(marks) / sizeof(marks[0]); k++)
			if ((i == 0 || text.s[i - 1] == ' ') &&
			    span_starts(span_from(text, i), marks[k])) {
				name = html_leading_name(span_from(text, i + marks[k].n));
				if (name.n > 0)
					return name;
			}
	return SPAN("");
}

/* No digits, no sentence: "Condividi", "3 minuti" are called author, too. */
static bool
is_name(struct span name)
{
	return name.n >= 3 && name.n <= NAME_MOST && !utf8_has_digit(name) &&
	       utf8_is_capital(name) && count_words(name) <= 8;
}

/* The innermost short element that is called author. */
static struct span
visible_author(const struct html_tree *tree)
{
	struct span best = SPAN("");

	for (uint32_t i = 1; i < tree->nodes.n && best.n == 0; i++) {
		const struct html_node *node = &tree->nodes.v[i];
		struct span name;

		if (html_is_text(node) || node->chars > NAME_MOST || node->chars == 0 ||
		    !is_shown(node))
			continue;
		if (!has_hint(node, HTML_AUTHOR) &&
		    strcasecmp(html_attribute(node, "rel").s, "author") != 0)
			continue;
		name = html_text(tree, i);
		if (is_name(html_byline(name)))
			best = html_byline(name);
		else if (is_name(bare_name(name)) && !utf8_has_digit(name))
			best = bare_name(name);
	}
	return best;
}

/* A paper that names itself as author may name a person on the page. */
static void
find_author(const struct metas *m, const struct html_ld *ld, struct html_meta *meta)
{
	struct span author = bare_name(ld->author.n > 0 ? ld->author : m->value[M_AUTHOR]);
	struct span site = m->value[M_SITE].n > 0 ? m->value[M_SITE] : ld->site;

	if (same_name(author, site) || same_name(author, ld->desk))
		meta->desk = author;
	else
		meta->author = author;
	if (meta->desk.n == 0)
		meta->desk = ld->desk;
}

void
html_meta(struct html_tree *tree, struct html_meta *meta)
{
	struct metas m = { 0 };
	struct html_ld ld;

	*meta = (struct html_meta){ 0 };
	html_ld(tree->arena, tree->outline.json.n, tree->outline.json.v, &ld);
	take_metas(tree, &m);
	find_title(tree, &m, &ld, meta);
	meta->date = find_date(tree, &m, &ld);
	find_author(&m, &ld, meta);
	meta->seen_author = visible_author(tree);
	meta->seen_date = visible_date(tree);
	if (meta->seen_date.n == 0)
		meta->seen_date = date_iso(tree->arena, m.value[M_URL]);
	meta->description = ld.description.n > 0 ? ld.description : m.value[M_DESCRIPTION];
	meta->url = m.value[M_URL];
	meta->body = ld.body;
}
