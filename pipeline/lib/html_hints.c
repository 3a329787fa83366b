#include "html_hints.h"

#include <string.h>
#include <strings.h>

#include "map.h"

enum { WORDS = 16 /* words looked at of a name */, TOKEN = 64 /* bytes */ };

struct hint {
	const char *word; /* "share*": words that begin so; "*cookie": in any place of the name */
	uint32_t hint;
};

#define IS(class) (1U << HTML_##class)
#define TEXTUAL (1U << 30) /* "body", "text": with "article" it is HINT_BODY */
#define SUBJECT (1U << 31) /* "article", "post" */

static const struct hint hints[] = {
	{ "nav*", IS(NAV) },
	{ "menu*", IS(NAV) },
	{ "submenu", IS(NAV) },
	{ "megamenu", IS(NAV) },
	{ "topbar", IS(NAV) },
	{ "toolbar", IS(NAV) },
	{ "*breadcrumb", IS(NAV) },
	{ "briciole", IS(NAV) },
	{ "paginat*", IS(NAV) },
	{ "paginazione", IS(NAV) },
	{ "pager", IS(NAV) },
	{ "pagenavi", IS(NAV) },
	{ "hamburger", IS(NAV) },
	{ "skiplink*", IS(NAV) },
	{ "subnav", IS(NAV) },
	{ "*navigation", IS(NAV) },
	{ "*navbar", IS(NAV) },
	{ "masthead", IS(HEADER) },
	{ "logo*", IS(HEADER) },
	{ "header", IS(HEADER) },
	{ "testata", IS(HEADER) },
	{ "intestazione", IS(HEADER) },
	{ "footer*", IS(FOOTER) },
	{ "colophon", IS(FOOTER) },
	{ "copyright", IS(FOOTER) },
	{ "disclaimer", IS(FOOTER) },
	{ "legal", IS(FOOTER) },
	{ "piede", IS(FOOTER) },
	{ "piedipagina", IS(FOOTER) },
	{ "*sidebar", IS(SIDEBAR) },
	{ "widget*", IS(SIDEBAR) },
	{ "spalla", IS(SIDEBAR) },
	{ "rail", IS(SIDEBAR) },
	{ "rightcol*", IS(SIDEBAR) },
	{ "leftcol*", IS(SIDEBAR) },
	{ "coldx", IS(SIDEBAR) },
	{ "colsx", IS(SIDEBAR) },
	{ "aside", IS(SIDEBAR) },
	{ "*related", IS(RELATED) },
	{ "*correlat", IS(RELATED) },
	{ "recommend*", IS(RELATED) },
	{ "*raccomandat", IS(RELATED) },
	{ "consigliat*", IS(RELATED) },
	{ "suggest*", IS(RELATED) },
	{ "suggerit*", IS(RELATED) },
	{ "popular*", IS(RELATED) },
	{ "*mostread", IS(RELATED) },
	{ "*most-read", IS(RELATED) },
	{ "*piuletti", IS(RELATED) },
	{ "*piulette", IS(RELATED) },
	{ "*piu-lett", IS(RELATED) },
	{ "trending", IS(RELATED) },
	{ "*leggianche", IS(RELATED) },
	{ "*leggi-anche", IS(RELATED) },
	{ "*leggi_anche", IS(RELATED) },
	{ "*readalso", IS(RELATED) },
	{ "*read-also", IS(RELATED) },
	{ "*readmore", IS(RELATED) },
	{ "*read-more", IS(RELATED) },
	{ "*see-also", IS(RELATED) },
	{ "*seealso", IS(RELATED) },
	{ "*vedianche", IS(RELATED) },
	{ "*vedi-anche", IS(RELATED) },
	{ "*potrebbe", IS(RELATED) },
	{ "*interessart", IS(RELATED) },
	{ "upnext", IS(RELATED) },
	{ "yarpp*", IS(RELATED) },
	{ "latest*", IS(RELATED) },
	{ "ultime", IS(RELATED) },
	{ "ultimissime", IS(RELATED) },
	{ "*altrenotizie", IS(RELATED) },
	{ "*altre-notizie", IS(RELATED) },
	{ "*altri-articoli", IS(RELATED) },
	{ "*morefrom", IS(RELATED) },
	{ "*more-from", IS(RELATED) },
	{ "*next-article", IS(RELATED) },
	{ "*next-post", IS(RELATED) },
	{ "*prev-post", IS(RELATED) },
	{ "*postnav", IS(RELATED) },
	{ "outbrain*", IS(RELATED) },
	{ "taboola*", IS(RELATED) },
	{ "*inevidenza", IS(RELATED) },
	{ "ob", IS(RELATED) },
	{ "teasers", IS(RELATED) },
	{ "dossier", IS(RELATED) },
	{ "*cookie", IS(COOKIE) },
	{ "consent*", IS(COOKIE) },
	{ "consens*", IS(COOKIE) },
	{ "*gdpr", IS(COOKIE) },
	{ "privacy*", IS(COOKIE) },
	{ "*iubenda", IS(COOKIE) },
	{ "*onetrust", IS(COOKIE) },
	{ "*didomi", IS(COOKIE) },
	{ "cmp*", IS(COOKIE) },
	{ "cmplz", IS(COOKIE) },
	{ "informativa", IS(COOKIE) },
	{ "*usercentrics", IS(COOKIE) },
	{ "comment*", IS(COMMENTS) },
	{ "*disqus", IS(COMMENTS) },
	{ "replies", IS(COMMENTS) },
	{ "*comments", IS(COMMENTS) },
	{ "*commenti", IS(COMMENTS) },
	{ "respond", IS(COMMENTS) },
	{ "combx", IS(COMMENTS) },
	{ "community", IS(COMMENTS) },
	{ "shoutbox", IS(COMMENTS) },
	{ "reactions", IS(COMMENTS) },
	{ "share*", IS(SHARE) },
	{ "sharing*", IS(SHARE) },
	{ "social*", IS(SHARE) },
	{ "*condivi", IS(SHARE) },
	{ "addthis*", IS(SHARE) },
	{ "addtoany*", IS(SHARE) },
	{ "a2a", IS(SHARE) },
	{ "sharedaddy", IS(SHARE) },
	{ "follow*", IS(SHARE) },
	{ "seguici*", IS(SHARE) },
	{ "*socialshare", IS(SHARE) },
	{ "*sharebar", IS(SHARE) },
	{ "ad", IS(ADS) },
	{ "ads", IS(ADS) },
	{ "adv", IS(ADS) },
	{ "*advert", IS(ADS) },
	{ "adunit", IS(ADS) },
	{ "adslot*", IS(ADS) },
	{ "adsense", IS(ADS) },
	{ "adsbygoogle", IS(ADS) },
	{ "adbox", IS(ADS) },
	{ "banner*", IS(ADS) },
	{ "*sponsor", IS(ADS) },
	{ "promo*", IS(ADS) },
	{ "pubblicit*", IS(ADS) },
	{ "dfp*", IS(ADS) },
	{ "mpu", IS(ADS) },
	{ "skyscraper", IS(ADS) },
	{ "leaderboard", IS(ADS) },
	{ "affiliat*", IS(ADS) },
	{ "shopping", IS(ADS) },
	{ "commercial", IS(ADS) },
	{ "*newsletter", IS(NEWSLETTER) },
	{ "subscri*", IS(NEWSLETTER) },
	{ "iscriviti", IS(NEWSLETTER) },
	{ "iscrizione", IS(NEWSLETTER) },
	{ "signup*", IS(NEWSLETTER) },
	{ "mailchimp", IS(NEWSLETTER) },
	{ "mc4wp*", IS(NEWSLETTER) },
	{ "optin", IS(NEWSLETTER) },
	{ "*paywall", IS(PAYWALL) },
	{ "*abbonat", IS(PAYWALL) },
	{ "*abbonament", IS(PAYWALL) },
	{ "regwall", IS(PAYWALL) },
	{ "*loginwall", IS(PAYWALL) },
	{ "metering", IS(PAYWALL) },
	{ "adblock*", IS(PAYWALL) },
	{ "donat*", IS(PAYWALL) },
	{ "donazion*", IS(PAYWALL) },
	{ "sostieni*", IS(PAYWALL) },
	{ "abbonati*", IS(PAYWALL) },
	{ "search*", IS(FORM) },
	{ "ricerca", IS(FORM) },
	{ "cerca", IS(FORM) },
	{ "login*", IS(FORM) },
	{ "signin", IS(FORM) },
	{ "accedi", IS(FORM) },
	{ "registrati", IS(FORM) },
	{ "form", IS(FORM) },
	{ "sondaggio", IS(FORM) },
	{ "poll", IS(FORM) },
	{ "author*", IS(AUTHOR) },
	{ "autore", IS(AUTHOR) },
	{ "autori", IS(AUTHOR) },
	{ "*byline", IS(AUTHOR) },
	{ "firma*", IS(AUTHOR) },
	{ "signature", IS(AUTHOR) },
	{ "writer*", IS(AUTHOR) },
	{ "reporter", IS(AUTHOR) },
	{ "giornalista", IS(AUTHOR) },
	{ "bio", IS(AUTHOR) },
	{ "biograf*", IS(AUTHOR) },
	{ "vcard", IS(AUTHOR) },
	{ "date*", IS(DATE) },
	{ "data", IS(DATE) },
	{ "time", IS(DATE) },
	{ "timestamp", IS(DATE) },
	{ "orario", IS(DATE) },
	{ "pubdate", IS(DATE) },
	{ "published", IS(DATE) },
	{ "updated", IS(DATE) },
	{ "*postmeta", IS(DATE) },
	{ "meta", IS(DATE) },
	{ "metadata", IS(DATE) },
	{ "metainfo", IS(DATE) },
	{ "posted", IS(DATE) },
	{ "*postdate", IS(DATE) },
	{ "readingtime", IS(DATE) },
	{ "reading", IS(DATE) },
	{ "lettura", IS(DATE) },
	{ "tag", IS(TAGS) },
	{ "tags", IS(TAGS) },
	{ "tagcloud", IS(TAGS) },
	{ "taglist", IS(TAGS) },
	{ "keyword*", IS(TAGS) },
	{ "topic", IS(TAGS) },
	{ "topics", IS(TAGS) },
	{ "argomenti", IS(TAGS) },
	{ "categor*", IS(TAGS) },
	{ "temi", IS(TAGS) },
	{ "labels", IS(TAGS) },
	{ "hashtag*", IS(TAGS) },
	{ "gallery*", IS(GALLERY) },
	{ "galleria", IS(GALLERY) },
	{ "slideshow", IS(GALLERY) },
	{ "slider*", IS(GALLERY) },
	{ "slick", IS(GALLERY) },
	{ "swiper", IS(GALLERY) },
	{ "carousel*", IS(GALLERY) },
	{ "*fotogallery", IS(GALLERY) },
	{ "*photogallery", IS(GALLERY) },
	{ "player", IS(GALLERY) },
	{ "playlist", IS(GALLERY) },
	{ "audioplayer", IS(GALLERY) },
	{ "podcast", IS(GALLERY) },
	{ "modal*", IS(DIALOG) },
	{ "*popup", IS(DIALOG) },
	{ "overlay*", IS(DIALOG) },
	{ "dialog*", IS(DIALOG) },
	{ "lightbox*", IS(DIALOG) },
	{ "tooltip*", IS(DIALOG) },
	{ "toast", IS(DIALOG) },
	{ "snackbar", IS(DIALOG) },
	{ "offcanvas", IS(DIALOG) },
	{ "drawer", IS(DIALOG) },
	{ "notif*", IS(DIALOG) },
	{ "user-notification", IS(DIALOG) },
	{ "*sr-only", IS(HIDDEN) },
	{ "*screen-reader", IS(HIDDEN) },
	{ "*visually-hidden", IS(HIDDEN) },
	{ "*visuallyhidden", IS(HIDDEN) },
	{ "titolo", HINT_TITLE },
	{ "title", HINT_TITLE },
	{ "headline", HINT_TITLE },
	{ "didascalia", HINT_CAPTION },
	{ "caption*", HINT_CAPTION },
	{ "credit", HINT_CAPTION },
	{ "credits", HINT_CAPTION },
	{ "sommario", HINT_STANDFIRST },
	{ "occhiello", HINT_STANDFIRST },
	{ "catenaccio", HINT_STANDFIRST },
	{ "standfirst", HINT_STANDFIRST },
	{ "sottotitolo", HINT_STANDFIRST },
	{ "subtitle", HINT_STANDFIRST },
	{ "summary", HINT_STANDFIRST },
	{ "strillo", HINT_STANDFIRST },
	{ "abstract", HINT_STANDFIRST },
	{ "excerpt", HINT_STANDFIRST },
	{ "lead", HINT_STANDFIRST },
	{ "lede", HINT_STANDFIRST },
	{ "deck", HINT_STANDFIRST },
	{ "dek", HINT_STANDFIRST },
	{ "intro", HINT_STANDFIRST },
	{ "kicker", HINT_STANDFIRST },
	{ "subhead*", HINT_STANDFIRST },
	{ "subtit*", HINT_STANDFIRST },
	{ "*sottotitolo", HINT_STANDFIRST },
	{ "*sommario", HINT_STANDFIRST },
	{ "*occhiello", HINT_STANDFIRST },
	{ "introduzione", HINT_STANDFIRST },
	{ "article*", SUBJECT },
	{ "articolo*", SUBJECT },
	{ "entry", SUBJECT },
	{ "hentry", SUBJECT },
	{ "post", SUBJECT },
	{ "story", SUBJECT },
	{ "storia", SUBJECT },
	{ "news", SUBJECT },
	{ "notizia", SUBJECT },
	{ "single*", SUBJECT },
	{ "blog", SUBJECT },
	{ "field", SUBJECT },
	{ "detail*", SUBJECT },
	{ "dettaglio", SUBJECT },
	{ "main*", SUBJECT },
	{ "pezzo", SUBJECT },
	{ "page", SUBJECT },
	{ "body*", TEXTUAL },
	{ "content*", TEXTUAL },
	{ "contenuto", TEXTUAL },
	{ "corpo", TEXTUAL },
	{ "testo", TEXTUAL },
	{ "text*", TEXTUAL },
	{ "txt", TEXTUAL },
	{ "copy", TEXTUAL },
	{ "prose", TEXTUAL },
	{ "wysiwyg", TEXTUAL },
	{ "rte", TEXTUAL },
	{ "chapter", TEXTUAL },
	{ "paragraph*", TEXTUAL },
	{ "paragraf*", TEXTUAL },
	{ "typography", TEXTUAL },
	{ "richtext", TEXTUAL },
	{ "*articlebody", SUBJECT | TEXTUAL },
	{ "*postbody", SUBJECT | TEXTUAL },
	{ "*articletext", SUBJECT | TEXTUAL },
	{ "*articlecontent", SUBJECT | TEXTUAL },
	{ "*storybody", SUBJECT | TEXTUAL },
	{ "*bodytext", SUBJECT | TEXTUAL },
	{ "*testoarticolo", SUBJECT | TEXTUAL },
	{ "*corpoarticolo", SUBJECT | TEXTUAL },
	{ "*postcontent", SUBJECT | TEXTUAL },
	{ "atext", SUBJECT | TEXTUAL },
};

/* Names of what a page or post has about it, not of what the element is: "with-sidebar",
 * "tag-calcio" as WordPress puts it on a post. */
static const char *const prefixes[] = {
	"has-",        "has_",       "with-",      "no-",        "not-",        "without-",
	"tag-",        "category-",  "cat-",       "is-",        "js-has",      "single-format",
	"post-format", "post-tag-",  "justify-",   "align-",     "text-center", "text-left",
	"text-right",  "text-muted", "text-white", "text-upper", "text-dark",   "text-bold",
	"text-sm",     "text-md",    "text-lg",    "text-xl",
};

/* Words that make a list of tags of what begins as a post's tag. */
static const char *const lists[] = {
	"tag-list",      "tag-cloud", "tag-links",     "tag-box",
	"tag-container", "tag-wrap",  "category-list", "category-links"
};

static bool
starts_with(const char *name, const char *const words[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(name, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

static bool
word_is(const char *word, size_t n, const char *pattern)
{
	size_t m = strlen(pattern);

	if (pattern[m - 1] == '*')
		return n >= m - 1 && memcmp(word, pattern, m - 1) == 0;
	return n == m && memcmp(word, pattern, m) == 0;
}

static uint32_t
word_hint(const char *word, size_t n)
{
	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		if (hints[i].word[0] == word[0] && word_is(word, n, hints[i].word))
			return hints[i].hint;
	return 0;
}

static uint32_t
anywhere(const char *name)
{
	uint32_t found = 0;

	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		if (hints[i].word[0] == '*' && strstr(name, hints[i].word + 1) != NULL)
			found |= hints[i].hint;
	return found;
}

/* Lower case, and "-" where a word ends within the name: "boxCorrelati", "col_8". */
static void
normalise(struct span name, char out[2 * TOKEN])
{
	size_t n = 0;

	for (size_t i = 0; i < name.n && i < TOKEN - 1; i++) {
		unsigned char c = (unsigned char)name.s[i];
		bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z');

		if (upper && i > 0 && name.s[i - 1] >= 'a' && name.s[i - 1] <= 'z')
			out[n++] = '-';
		out[n++] = upper                              ? (char)(c + 'a' - 'A')
			   : letter || (c >= '0' && c <= '9') ? (char)c
							      : '-';
	}
	out[n] = '\0';
}

/* The sum of its words; furniture goes before text, text before where it stands. */
static uint32_t
judge(uint32_t found)
{
	if ((found & HINT_FURNITURE) == IS(HEADER) && (found & (SUBJECT | TEXTUAL)) != 0)
		return 0; /* the article's: title and standfirst */
	if ((found & HINT_FURNITURE) != 0)
		return found & (HINT_FURNITURE | HINT_CAPTION);
	if ((found & SUBJECT) != 0 && (found & TEXTUAL) != 0)
		found |= HINT_BODY;
	if ((found & (SUBJECT | TEXTUAL)) != 0)
		found |= HINT_ARTICLE;
	return found & (HINT_TITLE | HINT_BODY | HINT_ARTICLE | HINT_STANDFIRST | HINT_CAPTION);
}

uint32_t
html_hint_of(struct span name)
{
	char lower[2 * TOKEN], *word = lower;
	uint32_t found;

	normalise(name, lower);
	if (starts_with(lower, prefixes, sizeof(prefixes) / sizeof(prefixes[0])) &&
	    !starts_with(lower, lists, sizeof(lists) / sizeof(lists[0])))
		return 0;
	found = anywhere(lower);
	while (*word != '\0') {
		size_t n = strcspn(word, "-");

		if (n > 0)
			found |= word_hint(word, n);
		word += n + (word[n] == '-');
	}
	return judge(found);
}

/* All the classes of an element together. */
static uint32_t
names_hint(struct span names)
{
	struct span name;
	uint32_t found = 0;

	for (size_t i = 0; i < names.n; i++)
		if (strchr("\t\n\r\f", names.s[i]) != NULL)
			((char *)names.s)[i] = ' ';
	while (span_cut(&names, ' ', &name))
		if (name.n > 0)
			found |= html_hint_of(name);
	if ((found & HINT_BODY) != 0)
		found &= ~(uint32_t)HINT_FURNITURE;
	return found;
}

/* Pages say the same few classes again and again. */
static uint32_t
remembered(struct map *map, struct span names)
{
	uint32_t *value;

	if (names.n == 0)
		return 0;
	value = map_at(map, names);
	if (*value == 0)
		*value = names_hint(names) | 1;
	return *value & ~1U;
}

static uint32_t
role_hint(struct span role)
{
	static const struct hint roles[] = {
		{ "navigation", IS(NAV) },        { "menu", IS(NAV) },
		{ "menubar", IS(NAV) },           { "toolbar", IS(NAV) },
		{ "tablist", IS(NAV) },           { "dialog", IS(DIALOG) },
		{ "alertdialog", IS(DIALOG) },    { "alert", IS(DIALOG) },
		{ "banner", IS(HEADER) },         { "contentinfo", IS(FOOTER) },
		{ "search", IS(FORM) },           { "form", IS(FORM) },
		{ "button", IS(CODE) },           { "label", IS(CODE) },
		{ "complementary", IS(SIDEBAR) }, { "article", HINT_ARTICLE },
		{ "main", HINT_ARTICLE },
	};

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (strcasecmp(role.s, roles[i].word) == 0) /* gumbo's values end with a NUL */
			return roles[i].hint;
	return 0;
}

static uint32_t
property_hint(struct span property)
{
	static const struct hint properties[] = {
		{ "articleBody", HINT_ARTICLE | HINT_BODY },
		{ "alternativeHeadline", HINT_STANDFIRST },
		{ "description", HINT_STANDFIRST },
		{ "author", IS(AUTHOR) },
		{ "datePublished", IS(DATE) },
		{ "dateModified", IS(DATE) },
		{ "comment", IS(COMMENTS) },
		{ "keywords", IS(TAGS) },
	};

	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		if (strcasecmp(property.s, properties[i].word) == 0)
			return properties[i].hint;
	return 0;
}

static uint32_t
tag_hint(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_NAV:
	case GUMBO_TAG_MENU:
		return IS(NAV);
	case GUMBO_TAG_ASIDE:
		return IS(SIDEBAR);
	case GUMBO_TAG_FOOTER:
		return IS(FOOTER);
	case GUMBO_TAG_ARTICLE:
	case GUMBO_TAG_MAIN:
		return HINT_ARTICLE;
	default:
		return 0;
	}
}

static bool
has_style(const struct html_node *node, const char *property, const char *value)
{
	const char *p = strcasestr(html_attribute(node, "style").s, property);

	if (p == NULL)
		return false;
	p += strlen(property);
	p += strspn(p, " :");
	return strncasecmp(p, value, strlen(value)) == 0;
}

static bool
is_hidden(const struct html_node *node)
{
	return html_has_attribute(node, "hidden") ||
	       strcasecmp(html_attribute(node, "aria-hidden").s, "true") == 0 ||
	       has_style(node, "display", "none") || has_style(node, "visibility", "hidden");
}

static bool
is_by_element(GumboTag tag)
{
	return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER ||
	       tag == GUMBO_TAG_MENU;
}

void
html_hints(struct html_tree *tree)
{
	struct map map = { .arena = tree->arena };

	for (size_t i = 0; i < tree->nodes.n; i++) {
		struct html_node *node = &tree->nodes.v[i];
		struct span role;

		if (html_is_text(node))
			continue;
		node->hints = tag_hint(node->tag);
		node->by_element = is_by_element(node->tag);
		if (node->gumbo->v.element.attributes.length == 0)
			continue;
		node->hints |= remembered(&map, html_attribute(node, "class"));
		node->hints |= remembered(&map, html_attribute(node, "id"));
		role = html_attribute(node, "role");
		node->hints |= role_hint(role);
		node->by_element |= role.n > 0;
		node->hints |= property_hint(html_attribute(node, "itemprop"));
		if (strcasecmp(html_attribute(node, "aria-modal").s, "true") == 0)
			node->hints |= IS(DIALOG);
		node->hidden = is_hidden(node);
		node->fixed = has_style(node, "position", "fixed");
	}
}
