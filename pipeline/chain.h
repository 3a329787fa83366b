/* The chain of stages as the driver and rassegna-batch run it: who comes when, whose each option
 * is, the command lines, and the processes joined by pipes. */
#ifndef RASSEGNA_CHAIN_H
#define RASSEGNA_CHAIN_H

#include <getopt.h>
#include <sys/resource.h>
#include <sys/types.h>

#include "lib/arena.h"

enum {
	STAGE_EXTRACT,
	STAGE_TOKENIZE,
	STAGE_TAG,
	STAGE_STEM,
	STAGE_SCORE,
	STAGE_GLOSS,
	STAGE_SELECT,
	STAGE_TRANSLATE,
	STAGE_RENDER,
	NSTAGES
};

const char *stage_name(int stage);
int stage_find(const char *name); /* -1: there is none */

/* The command line of a stage, and once it runs its process. */
struct command {
	char *path;       /* argv[0] is the name alone, for messages */
	VEC(char *) argv; /* ends with NULL once the chain is cut */
	int stage;
	pid_t pid;
	int status; /* as of wait(2) */
};

struct chain {
	struct arena *arena;
	struct command commands[NSTAGES];
	size_t n; /* those that run; 0 before chain_cut */
};

/* The stages stand beside this program; those that are in dir, if it is not NULL, are taken from
 * there. */
void chain_init(struct chain *chain, struct arena *arena);
void chain_stages(struct chain *chain, const char *dir);
void chain_models(struct chain *chain, const char *dir);
void chain_add(struct chain *chain, int stage, const char *arg);
/* The stages that run, in their order. */
void chain_cut(struct chain *chain, const bool runs[NSTAGES]);

/* Options that a stage takes as they are, for getopt_long: chain_take hands optarg to the stage,
 * if it has one; false if the option is none of them. */
enum { OPT_METHOD = 256, OPT_QUERY, OPT_TRIM, OPT_GLOSSARY, OPT_MEMORY, OPT_VIA, OPT_OWN };
#define CHAIN_SHORT "n:w:c:r:t:"
#define CHAIN_LONG                                                                                 \
	{ "sentences", required_argument, NULL, 'n' }, { "words", required_argument, NULL, 'w' },  \
	    { "chars", required_argument, NULL, 'c' }, { "ratio", required_argument, NULL, 'r' },  \
	    { "terms", required_argument, NULL, 't' },                                             \
	    { "method", required_argument, NULL, OPT_METHOD },                                     \
	    { "query", required_argument, NULL, OPT_QUERY },                                       \
	    { "trim", no_argument, NULL, OPT_TRIM },                                               \
	    { "glossary", required_argument, NULL, OPT_GLOSSARY },                                 \
	    { "memory", required_argument, NULL, OPT_MEMORY },                                     \
	{                                                                                          \
		"via", required_argument, NULL, OPT_VIA                                            \
	}
bool chain_take(struct chain *chain, int c);

/* What the processes of a chain share. */
struct spawning {
	int in, out;   /* of the first and the last: they stay open here */
	int *err;      /* NULL, or [n] out: the read ends of pipes from each one's stderr */
	bool apart;    /* a process group of their own (that of the first), which Ctrl-C and SIGTERM
			* do not reach, and which dies with this program */
	rlim_t memory; /* address space of each, 0: as here */
};

/* Each stage reads what the one before writes. 0, or -1 (errno) with nothing left running. */
int chain_spawn(struct chain *chain, const struct spawning *how);

bool died_of_pipe(const struct command *c);
/* It did not do its work. extract leaves out what it cannot read and says so by status 1: that run
 * went on; and who lost his reader is not to blame. */
bool has_failed(const struct command *c);

#endif
