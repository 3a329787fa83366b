/* Chains side by side, and what becomes of the items when one of them fails.
 *
 * When a stage dies, or nothing moves for too long, its chain is ended. The items that were in it
 * are run again one at a time, each in a chain of its own: the one that fails alone is to blame,
 * the others are done. So the outcome depends on the item alone. Before an item is blamed a chain
 * without any is run: if that fails too, nothing can be done at all. */
#ifndef RASSEGNA_POOL_H
#define RASSEGNA_POOL_H

#include "runner.h"

struct pool_limits {
	size_t jobs;
	double
	    timeout;   /* seconds without a document, or without any sign of life of a full chain */
	rlim_t memory; /* of each process; 0: none */
};

struct pool;

/* The calls of runner_calls, of all chains; through is also called for what has failed, then
 * flight->failed is set. Documents of an item that is run again come anew: again tells before.
 * broken: no chain can run, or no process; it must not return. */
struct pool_calls {
	struct runner_calls runner;
	void (*again)(void *self, struct flight *flight);
	bool (*turned)(void *self); /* often, while pool_flight waits: shall it go on? */
	void (*broken)(void *self, int stage, struct span error);
};

struct pool *pool_open(const struct chain *chain, const struct pool_limits *limits,
		       const struct pool_calls *calls);
void pool_close(struct pool *pool); /* what is under way is dropped */

/* A flight for an item of this name, when there is room, and no other of this name under way; NULL
 * if turned says no before. */
struct flight *pool_flight(struct pool *pool, struct span name);
void pool_give(struct pool *pool, struct flight *flight); /* its bytes are set */
void pool_turn(struct pool *pool, int wait_ms);           /* do what can be done */
bool pool_busy(const struct pool *pool);                  /* something is under way */
void pool_flush(struct pool *pool);                       /* no more is given: let all come out */

#endif
