/* What every main shares: options, models, output, and how to end. */
#ifndef RASSEGNA_CLI_H
#define RASSEGNA_CLI_H

#include <getopt.h>
#include <limits.h>
#include <stdio.h>

#include "lib/arena.h"
#include "lib/conllu.h"
#include "lib/report.h"
#include "lib/table.h"

struct stemmer;
struct translator;

/* Exit statuses: 0 all input written, 1 the input is bad, 2 usage, I/O, memory or model. */
enum { EX_DATA = 1, EX_TROUBLE = 2 };

/* The options of every stage; a stage with models adds 'm' as CLI_MODELS says. */
#define CLI_SHORT "uhV"
#define CLI_LONG                                                                                   \
	{ "unbuffered", no_argument, NULL, 'u' }, { "help", no_argument, NULL, 'h' },              \
	    { "version", no_argument, NULL, 'V' },                                                 \
	{                                                                                          \
		0                                                                                  \
	}
#define CLI_MODELS                                                                                 \
	{                                                                                          \
		"models", required_argument, NULL, 'm'                                             \
	}

/* Take -u, -h, -V and 'm'; anything else ends with the usage on stderr and EX_TROUBLE. */
void cli_option(int c, const char *usage);
long cli_number(const char *arg, const char *what, long least); /* or die */

double cli_clock(void); /* seconds since some moment; no clock that anyone sets */

/* "text" and so on, or die; NULL is "conllu". */
const struct report_format *cli_format(const char *name);
enum lang cli_lang(const char *name);                               /* "it", "en", "both", or die */
size_t cli_bytes(const char *arg, const char *option, size_t most); /* "64M", or die */

/* Closed standard streams would be taken by pipes and files: /dev/null stands in for them. False
 * if there is no standard output to write to. */
bool cli_standard_streams(void);
void cli_beside(char path[PATH_MAX], const char *program); /* rassegna-PROGRAM beside this one */
void cli_models_folder(char path[PATH_MAX]);               /* where cli_table finds them; or dies */

/* The compiled table NAME from --models, $RASSEGNA_MODELS, the install prefix or the build tree;
 * dies without it. */
void cli_table(struct table *table, const char *name);
bool cli_table_if_there(struct table *table, const char *name); /* false: there is no such file */
/* With its tables, which stay open as long as the program runs; stemmer_close ends it. */
void cli_stemmer(struct stemmer *stemmer);
void cli_translator(struct translator *translator); /* with all its models and usual limits */

/* Before the first put: a pipe then gets all that it holds at once, and its reader wakes up once
 * for a document. */
void buffer_output(void);
void put(struct span a); /* to stdout; dies on the failed write, while errno is true */
void put_document(const struct document *doc);
void flush_if_unbuffered(void);
_Noreturn void finish(int status); /* close stdout, checked */

/* The message for a library status, with the place: FILE or FILE:LINE. */
void warn_at(const struct input *in, int rc);
_Noreturn void die_at(const struct input *in, int rc);
_Noreturn void out_of_memory(void); /* an arena's oom */

/* Read every operand (none: stdin) as CoNLL-U and hand over document by document; the work may
 * change the document, which is then written. The arena is reset after each. */
typedef void work_fn(void *self, struct arena *arena, struct document *doc);
void filter_documents(char *const operands[], work_fn *work, void *self);

/* The same without writing: for stages that do not write CoNLL-U. */
void read_documents(char *const operands[], work_fn *work, void *self);

#endif
