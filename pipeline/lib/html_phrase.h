/* The headings and openings of Italian pages' furniture: "Leggi anche", "Commenti (12)". */
#ifndef RASSEGNA_HTML_PHRASE_H
#define RASSEGNA_HTML_PHRASE_H

#include "html_tree.h"

/* Of what a box is that has this heading, or HTML_KEPT. */
enum html_class html_heading_class(struct arena *arena, struct span text);

/* Of a paragraph that has links: what it is by how it begins ("Leggi anche: ..."), or HTML_KEPT. */
enum html_class html_opening_class(struct span text);

#endif
