/* What one line of a text, blanks squeezed, looks like by itself. */
#ifndef RASSEGNA_TEXTLINE_H
#define RASSEGNA_TEXTLINE_H

#include "arena.h"

size_t textline_words(struct span line); /* at most 65,535 */

/* At most 160 characters, not closed like a sentence, nor with : or ; */
bool textline_is_heading(struct span line);

/* "Nella foto: ...", "... (foto di Anna Neri)"; mere credits are none. */
bool textline_is_caption(struct span line);

/* "Antipasti Primi Secondi Dolci": four words or more, each with a capital; ">> Altro". */
bool textline_is_menu(struct span line);

/* "Home > Sport", "a | b", and "10:30 Riapre il ponte" of the news of the hour. */
bool textline_is_breadcrumb(struct span line);

/* All of it between « », and none inside. */
bool textline_is_quoted(struct span line);

/* "i tuoi dati", "puoi rifiutare": who speaks to the reader seldom reports. */
bool textline_is_to_reader(struct span line);

/* The bytes of "- ", "• " and their like at its beginning; 0 if there is none or nothing more. */
size_t textline_bullet(struct span line);

/* What stands before "© RIPRODUZIONE RISERVATA" at the line's end, also without the dash that sets
 * it off; the line itself if it does not end so. */
struct span textline_cut_rights(struct span line);

#endif
