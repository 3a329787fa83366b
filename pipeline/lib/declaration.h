/* The encoding that a document declares for itself. */
#ifndef RASSEGNA_DECLARATION_H
#define RASSEGNA_DECLARATION_H

#include "span.h"

enum { DECLARATION_BYTES = 4096 }; /* how far a page's <meta> is looked for; HTML 5 has 1024 */

/* <?xml encoding="LABEL"?>, else <meta charset=LABEL> or <meta http-equiv=... content="...;
 * charset=LABEL"> that stands in no comment; empty if there is none. */
struct span declaration(struct span bytes);

/* The charset in a Content-Type: "text/html; charset=LABEL". */
struct span content_charset(struct span content_type);

#endif
