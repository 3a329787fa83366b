/* Lines that say who wrote an article and when it came out. */
#ifndef RASSEGNA_BYLINE_H
#define RASSEGNA_BYLINE_H

#include "arena.h"

/* "di Anna Neri", "A cura di ANNA NERI e Ugo Verdi", "Dal nostro inviato a Trento Ugo Verdi",
 * "Redazione", "(ANSA)"; a date may follow, "di Anna Neri | 11/06/25". The whole line must be so.
 * author: the names as they are written; date: what stands behind them, or empty. */
bool byline_is(struct span line, struct span *author, struct span *date);

/* Two to four words like a person's name, and nothing else: only their place tells whose. */
bool byline_is_name(struct span line);

/* A line that is a date, or two, and words about it: "Pubblicato il 11 giugno 2025 alle 10:30". */
bool byline_is_date(struct span line);

bool byline_has_date(struct span line); /* somewhere: day, month, year */

/* "... ha detto. - Anna Neri": names or initials behind the last sentence, after a dash or not.
 * The text without them; *author is empty if they are initials. */
struct span byline_cut(struct span text, struct span *author);

#endif
