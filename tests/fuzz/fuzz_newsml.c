/* NITF or NewsML: see check_reader. */
#include "fuzz.h"

#include "articles.h"
#include "newsml.h"

static void
work(struct span bytes)
{
	check_reader(newsml_read, bytes);
}

FUZZ(work)
