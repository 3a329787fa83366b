#include "html_phrase.h"

#include <string.h>
#include <strings.h>

#include "utf8.h"

enum { HEADING = 90 /* bytes: longer ones are no headings */ };

struct phrase {
	const char *text; /* lower case; "x*": headings that begin so */
	enum html_class class;
};

static const struct phrase headings[] = {
	{ "leggi anche*", HTML_RELATED },
	{ "leggi pure*", HTML_RELATED },
	{ "leggi tutto", HTML_RELATED },
	{ "leggi di più", HTML_RELATED },
	{ "leggi altro", HTML_RELATED },
	{ "potrebbe interessart*", HTML_RELATED },
	{ "potrebbe anche interessart*", HTML_RELATED },
	{ "potrebbero interessart*", HTML_RELATED },
	{ "potrebbe piacerti*", HTML_RELATED },
	{ "ti potrebbe*", HTML_RELATED },
	{ "ti potrebbero*", HTML_RELATED },
	{ "può interessarti anche*", HTML_RELATED },
	{ "articoli correlati", HTML_RELATED },
	{ "articoli simili", HTML_RELATED },
	{ "articoli recenti", HTML_RELATED },
	{ "articoli più letti", HTML_RELATED },
	{ "notizie correlate", HTML_RELATED },
	{ "notizie simili", HTML_RELATED },
	{ "contenuti correlati", HTML_RELATED },
	{ "post correlati", HTML_RELATED },
	{ "post più popolari", HTML_RELATED },
	{ "correlati", HTML_RELATED },
	{ "correlate", HTML_RELATED },
	{ "vedi anche", HTML_RELATED },
	{ "guarda anche*", HTML_RELATED },
	{ "per approfondire", HTML_RELATED },
	{ "approfondisci", HTML_RELATED },
	{ "approfondimenti", HTML_RELATED },
	{ "altri articoli*", HTML_RELATED },
	{ "altre notizie*", HTML_RELATED },
	{ "le altre notizie*", HTML_RELATED },
	{ "altri contenuti*", HTML_RELATED },
	{ "ultime notizie*", HTML_RELATED },
	{ "le ultime notizie*", HTML_RELATED },
	{ "ultimi articoli*", HTML_RELATED },
	{ "ultim'ora", HTML_RELATED },
	{ "ultim’ora", HTML_RELATED },
	{ "ultima ora", HTML_RELATED },
	{ "i più letti*", HTML_RELATED },
	{ "le più lette*", HTML_RELATED },
	{ "più letti*", HTML_RELATED },
	{ "più lette*", HTML_RELATED },
	{ "i più visti*", HTML_RELATED },
	{ "da non perdere", HTML_RELATED },
	{ "in evidenza", HTML_RELATED },
	{ "in primo piano", HTML_RELATED },
	{ "primo piano", HTML_RELATED },
	{ "consigliati*", HTML_RELATED },
	{ "consigliati per te*", HTML_RELATED },
	{ "raccomandati*", HTML_RELATED },
	{ "scelti per te*", HTML_RELATED },
	{ "dello stesso autore*", HTML_RELATED },
	{ "dallo stesso autore*", HTML_RELATED },
	{ "sullo stesso argomento*", HTML_RELATED },
	{ "sullo stesso tema*", HTML_RELATED },
	{ "nella stessa sezione*", HTML_RELATED },
	{ "prossimo articolo*", HTML_RELATED },
	{ "articolo precedente*", HTML_RELATED },
	{ "articolo successivo*", HTML_RELATED },
	{ "post precedente*", HTML_RELATED },
	{ "post successivo*", HTML_RELATED },
	{ "contenuti sponsorizzati*", HTML_ADS },
	{ "sponsorizzato*", HTML_ADS },
	{ "dal web", HTML_ADS },
	{ "pubblicità", HTML_ADS },
	{ "commenti", HTML_COMMENTS },
	{ "i commenti*", HTML_COMMENTS },
	{ "commenti dei lettori*", HTML_COMMENTS },
	{ "# commenti*", HTML_COMMENTS },
	{ "# commento*", HTML_COMMENTS },
	{ "commenti #", HTML_COMMENTS },
	{ "commenta", HTML_COMMENTS },
	{ "commenta l'articolo*", HTML_COMMENTS },
	{ "lascia un commento*", HTML_COMMENTS },
	{ "lascia una risposta*", HTML_COMMENTS },
	{ "scrivi un commento*", HTML_COMMENTS },
	{ "aggiungi un commento*", HTML_COMMENTS },
	{ "invia un commento*", HTML_COMMENTS },
	{ "posta un commento*", HTML_COMMENTS },
	{ "nessun commento*", HTML_COMMENTS },
	{ "partecipa alla discussione*", HTML_COMMENTS },
	{ "dicci la tua*", HTML_COMMENTS },
	{ "di' la tua*", HTML_COMMENTS },
	{ "# risposte a*", HTML_COMMENTS },
	{ "# pensieri su*", HTML_COMMENTS },
	{ "un commento su*", HTML_COMMENTS },
	{ "iscriviti alla newsletter*", HTML_NEWSLETTER },
	{ "iscriviti alla nostra newsletter*", HTML_NEWSLETTER },
	{ "la newsletter*", HTML_NEWSLETTER },
	{ "newsletter*", HTML_NEWSLETTER },
	{ "ricevi la newsletter*", HTML_NEWSLETTER },
	{ "resta aggiornato*", HTML_NEWSLETTER },
	{ "rimani aggiornato*", HTML_NEWSLETTER },
	{ "resta sempre aggiornato*", HTML_NEWSLETTER },
	{ "condividi*", HTML_SHARE },
	{ "seguici*", HTML_SHARE },
	{ "segui i nostri*", HTML_SHARE },
	{ "questo articolo è riservato*", HTML_PAYWALL },
	{ "questo contenuto è riservato*", HTML_PAYWALL },
	{ "contenuto riservato*", HTML_PAYWALL },
	{ "articolo riservato*", HTML_PAYWALL },
	{ "riservato agli abbonati*", HTML_PAYWALL },
	{ "per continuare a leggere*", HTML_PAYWALL },
	{ "per leggere l'articolo*", HTML_PAYWALL },
	{ "vuoi continuare a leggere*", HTML_PAYWALL },
	{ "continua a leggere*", HTML_PAYWALL },
	{ "sei già abbonato*", HTML_PAYWALL },
	{ "hai già un abbonamento*", HTML_PAYWALL },
	{ "abbonati per*", HTML_PAYWALL },
	{ "abbonati ora*", HTML_PAYWALL },
	{ "tag", HTML_TAGS },
	{ "tags", HTML_TAGS },
	{ "etichette", HTML_TAGS },
	{ "argomenti", HTML_TAGS },
	{ "argomenti trattati", HTML_TAGS },
	{ "parole chiave", HTML_TAGS },
	{ "l'autore", HTML_AUTHOR },
	{ "l’autore", HTML_AUTHOR },
	{ "chi è l'autore*", HTML_AUTHOR },
	{ "sull'autore", HTML_AUTHOR },
	{ "informazioni sull'autore", HTML_AUTHOR },
};

/* How paragraphs begin that lead elsewhere. */
static const struct phrase openings[] = {
	{ "leggi anche", HTML_RELATED },
	{ "leggi pure", HTML_RELATED },
	{ "leggi qui", HTML_RELATED },
	{ "leggi:", HTML_RELATED },
	{ "leggi l", HTML_RELATED },
	{ "leggi tutt", HTML_RELATED },
	{ "leggi di più", HTML_RELATED },
	{ "vedi anche", HTML_RELATED },
	{ "guarda anche", HTML_RELATED },
	{ "guarda il video", HTML_RELATED },
	{ "guarda le foto", HTML_RELATED },
	{ "guarda la", HTML_RELATED },
	{ "ascolta anche", HTML_RELATED },
	{ "continua a leggere", HTML_RELATED },
	{ "ti potrebbe", HTML_RELATED },
	{ "potrebbe interessarti", HTML_RELATED },
	{ "potrebbero interessarti", HTML_RELATED },
	{ "approfondisci", HTML_RELATED },
	{ "approfondimento:", HTML_RELATED },
	{ "per approfondire", HTML_RELATED },
	{ "articolo correlato", HTML_RELATED },
	{ "sullo stesso argomento", HTML_RELATED },
	{ "segui la diretta", HTML_RELATED },
	{ "tag:", HTML_TAGS },
	{ "tags:", HTML_TAGS },
	{ "etichette:", HTML_TAGS },
	{ "argomenti:", HTML_TAGS },
	{ "categoria:", HTML_TAGS },
	{ "categorie:", HTML_TAGS },
	{ "condividi", HTML_SHARE },
	{ "seguici", HTML_SHARE },
	{ "segui ", HTML_SHARE },
	{ "iscriviti", HTML_NEWSLETTER },
	{ "clicca qui", HTML_NEWSLETTER },
	{ "unisciti", HTML_NEWSLETTER },
	{ "abbonati", HTML_PAYWALL },
	{ "pubblicato in", HTML_TAGS },
};

/* Lower case; numbers as "#"; no bullets, brackets, or colons at the ends. */
static struct span
normal_form(struct arena *arena, struct span text)
{
	struct span lower = utf8_lower(arena, text);
	struct buf out = { .arena = arena };

	for (size_t i = 0; i < lower.n; i++) {
		char c = lower.s[i];
		bool digit = c >= '0' && c <= '9';

		if (digit && out.n > 0 && out.s[out.n - 1] == '#')
			continue;
		if (c == '(' || c == ')' || c == '[' || c == ']')
			continue;
		buf_putc(&out, digit ? '#' : c);
	}
	text = buf_span(&out);
	while (text.n > 0 && strchr(":.!>|*- ", text.s[text.n - 1]) != NULL)
		text.n--;
	while (text.n > 0 && strchr(">|*- ", text.s[0]) != NULL)
		text = span_from(text, 1);
	return text;
}

static bool
is_phrase(struct span text, const char *phrase)
{
	struct span p = span_of(phrase);

	if (!span_ends(p, SPAN("*")))
		return span_eq(text, p);
	p.n--;
	return span_starts(text, p);
}

enum html_class
html_heading_class(struct arena *arena, struct span text)
{
	if (text.n > HEADING)
		return HTML_KEPT;
	text = normal_form(arena, text);
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (is_phrase(text, headings[i].text))
			return headings[i].class;
	return HTML_KEPT;
}

enum html_class
html_opening_class(struct span text)
{
	while (text.n > 0 && strchr(">|*-([ ", text.s[0]) != NULL)
		text = span_from(text, 1);
	while (span_starts(text, SPAN("\u00BB")) || span_starts(text, SPAN("\u2022")) ||
	       span_starts(text, SPAN("\u25B6")) || span_starts(text, SPAN("\u2192")))
		text = span_trim(span_from(text, text.s[0] == '\xC2' ? 2 : 3));
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++)
		if (text.n >= strlen(openings[i].text) &&
		    strncasecmp(text.s, openings[i].text, strlen(openings[i].text)) == 0)
			return openings[i].class;
	return HTML_KEPT;
}
