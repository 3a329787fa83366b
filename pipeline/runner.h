/* One chain at work: items go in as members of a tar stream, documents come out as CoNLL-U.
 *
 * A stage gives a document out when the next one begins, so many items are under way at a time, in
 * the order in which they were given. "# meta::source" says which item a document is of; when one
 * of a later item has come, all before it are through.
 *
 * Nothing here waits: runner_fds says what to poll for, runner_step does what can be done. */
#ifndef RASSEGNA_RUNNER_H
#define RASSEGNA_RUNNER_H

#include <poll.h>

#include "chain.h"
#include "lib/arena.h"

/* An item under way. What is in it lives in its arena. */
struct flight {
	struct arena arena;
	struct span name;      /* as item.h has it */
	struct span bytes;     /* all of it: it may have to be run again */
	void *own;             /* of the one who takes the documents */
	size_t documents;      /* that have come, whole */
	VEC(struct span) said; /* by extract, of this item: "why" or "#3: why", if not a warning */
	bool failed;
	int stage;         /* that failed, */
	struct span error; /* and how */
	double seconds;

	struct flight *next;
	struct span key;  /* the name as the stream shows it */
	struct span head; /* of the tar member */
	size_t sent;      /* bytes of head, bytes and padding */
	double start;
};

/* Who is told: of a document, as text without the words of sentences that are not chosen; of an
 * item that is through; of what a stage says that is of no item. */
struct runner_calls {
	void *self;
	void (*document)(void *self, struct flight *flight, struct span text);
	void (*through)(void *self, struct flight *flight);
	void (*message)(void *self, int stage, struct span line);
};

enum { RUNNER_FDS = NSTAGES + 2 };

struct text; /* bytes that have come */

struct runner {
	struct chain chain;
	const struct runner_calls *calls;
	bool solo;                 /* one item, to see whether it is to blame */
	bool closed;               /* no more is given */
	bool lost;                 /* a document of no item that was given */
	bool has_given;            /* a document has come out */
	int in, out, err[NSTAGES]; /* -1 where closed */
	bool reaped[NSTAGES];
	struct flight *first, **last, *sending;
	size_t flights, quiet; /* under way; and those of which extract said something */
	size_t bytes;          /* of the items under way */
	size_t end_sent;       /* of the end of the tar stream */
	struct text *output, *document, *said[NSTAGES];
	struct text *reason[NSTAGES]; /* the last line that each has said, if of no item */
	bool blank, unchosen;         /* the last line was; the sentence is */
	/* When something last came or went, a document came, an item was through. */
	double moved, gave, finished;
};

/* The chain as chain_cut left it. 0, or -1 and errno. */
int runner_start(struct runner *r, const struct chain *chain, rlim_t memory,
		 const struct runner_calls *calls, bool solo);
bool runner_on(const struct runner *r);
/* r->closed must be false. The flight is the runner's until it is through or given back. */
void runner_give(struct runner *r, struct flight *flight);

/* Fill fds[RUNNER_FDS], -1 where there is nothing to wait for. */
void runner_fds(const struct runner *r, struct pollfd fds[]);
void runner_step(struct runner *r, const struct pollfd fds[]);

/* The stages have ended, all of them. */
bool runner_ended(struct runner *r);

/* The stage that keeps the others waiting. */
int runner_culprit(struct runner *r);

/* What went wrong; no error: nothing. The error is in an arena. */
struct fault {
	int stage;
	struct span error;
};
/* To be called when the stages have ended; or to end them, with a fault that says why. True if
 * there was a fault; *left are the items that are not known to be through, in order. Without one
 * all are through, and what the stages said is passed on. */
bool runner_stop(struct runner *r, struct arena *arena, struct fault *fault, struct flight **left);

double runner_clock(void); /* seconds that this program was not stopped for */

#endif
