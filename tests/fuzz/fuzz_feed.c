/* A feed: see check_reader. */
#include "fuzz.h"

#include "articles.h"
#include "feed.h"

static void
work(struct span bytes)
{
	check_reader(feed_read, bytes);
}

FUZZ(work)
