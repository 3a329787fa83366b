#include "textline.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "sentence.h"
#include "utf8.h"

enum {
	HEADING_MAX = 160, /* characters */
	CAPTION_MAX = 280, /* bytes */
	CAPTION_WORDS = 5, /* a credit has no more */
	MENU_WORDS = 3,    /* a name has no more */
	MENU_MAX = 8,      /* looked at */
};

size_t
textline_words(struct span line)
{
	size_t n = line.n > 0;

	for (size_t i = 0; i < line.n; i++)
		n += line.s[i] == ' ';
	return n < UINT16_MAX ? n : UINT16_MAX;
}

bool
textline_is_heading(struct span line)
{
	return line.n <= 4 * HEADING_MAX && utf8_length(line) <= HEADING_MAX &&
	       !sentence_is_closed(line) && !span_ends(line, SPAN(":")) &&
	       !span_ends(line, SPAN(";"));
}

static bool
has(struct span line, struct span part)
{
	return memmem(line.s, line.n, part.s, part.n) != NULL;
}

static bool
starts_fold(struct span line, struct span prefix)
{
	return line.n > prefix.n && strncasecmp(line.s, prefix.s, prefix.n) == 0;
}

bool
textline_is_caption(struct span line)
{
	static const struct span leads[] = { SPAN("foto:"),        SPAN("nella foto"),
					     SPAN("in foto"),      SPAN("nelle foto"),
					     SPAN("didascalia:"),  SPAN("nell'immagine"),
					     SPAN("nell’immagine") };

	if (line.n > CAPTION_MAX)
		return false;
	if (span_ends(line, SPAN(")")) && has(line, SPAN("(foto")))
		return true;
	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++)
		if (starts_fold(line, leads[i]))
			return textline_words(line) > CAPTION_WORDS;
	return false;
}

bool
textline_is_menu(struct span line)
{
	struct span word;
	size_t n = 0;

	if (span_starts(line, SPAN(">>")))
		return true;
	if (!utf8_is_capital(line) || utf8_is_upper(line))
		return false;
	while (n <= MENU_MAX && span_cut(&line, ' ', &word)) {
		if (!utf8_is_capital(word) || span_ends(word, SPAN(",")))
			return false;
		n++;
	}
	return n > MENU_WORDS;
}

bool
textline_is_breadcrumb(struct span line)
{
	return has(line, SPAN(" > ")) || has(line, SPAN(" » ")) || has(line, SPAN(" › ")) ||
	       has(line, SPAN(" | ")) ||
	       (line.n > 4 && line.s[0] >= '0' && line.s[0] <= '9' &&
		memchr(line.s, ':', 3) != NULL);
}

bool
textline_is_quoted(struct span line)
{
	static const struct span open = SPAN("«"), close = SPAN("»");
	struct span inside;

	if (!span_starts(line, open))
		return false;
	while (line.n > 0 && (line.s[line.n - 1] == '.' || line.s[line.n - 1] == ','))
		line.n--;
	if (!span_ends(line, close) || line.n <= open.n + close.n)
		return false;
	inside = (struct span){ line.s + open.n, line.n - open.n - close.n };
	return !has(inside, close);
}

bool
textline_is_to_reader(struct span line)
{
	static const struct span words[] = { SPAN(" tuo "),  SPAN(" tua "),          SPAN(" tuoi "),
					     SPAN(" tue "),  SPAN(" puoi "),         SPAN(" ti "),
					     SPAN(" vuoi "), SPAN(" nostri partner") };
	size_t n = 0;

	for (size_t i = 0; i + 1 < line.n && n < 2; i++) {
		if (line.s[i] != ' ' || strchr("tpvn", line.s[i + 1]) == NULL)
			continue;
		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
			n += span_starts(span_from(line, i), words[k]);
	}
	return n >= 2;
}

size_t
textline_bullet(struct span line)
{
	static const struct span bullets[] = { SPAN("- "), SPAN("* "), SPAN("•"),
					       SPAN("·"),  SPAN("●"),  SPAN("▪"),
					       SPAN("‣"),  SPAN("◦"),  SPAN("\xEF\x82\xB7"),
					       SPAN("►") };

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
		if (span_starts(line, bullets[i]) && line.n > bullets[i].n)
			return bullets[i].n;
	return 0;
}

/* Without © and the ASCII signs of set at its end. */
static struct span
strip(struct span line, const char *set)
{
	for (;;) {
		if (span_ends(line, SPAN("©")))
			line.n -= SPAN("©").n;
		else if (line.n > 0 && strchr(set, line.s[line.n - 1]) != NULL)
			line.n--;
		else
			return line;
	}
}

static struct span
cut_dash(struct span line)
{
	static const struct span dashes[] = { SPAN(" —"), SPAN(" –"), SPAN(" -") };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (span_ends(line, dashes[i]))
			line.n -= dashes[i].n;
	return span_trim(line);
}

struct span
textline_cut_rights(struct span line)
{
	static const struct span rights = SPAN("riproduzione riservata");
	struct span rest = strip(line, ".) ");

	if (rest.n < rights.n || strncasecmp(rest.s + rest.n - rights.n, rights.s, rights.n) != 0)
		return line;
	rest.n -= rights.n;
	return cut_dash(strip(rest, "( "));
}
