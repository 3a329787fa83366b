#include "chain.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli.h"

static const struct {
	const char *name;
	bool models;
} stages[NSTAGES] = {
	{ "extract", true }, { "tokenize", true },  { "tag", true },
	{ "stem", true },    { "score", true },     { "gloss", true },
	{ "select", true },  { "translate", true }, { "render", false },
};

static const struct {
	int c, stage;
	const char *option;
} passed_on[] = {
	{ 'n', STAGE_SELECT, "-n" },
	{ 'w', STAGE_SELECT, "-w" },
	{ 'c', STAGE_SELECT, "-c" },
	{ 'r', STAGE_SELECT, "-r" },
	{ 't', STAGE_GLOSS, "-t" },
	{ OPT_METHOD, STAGE_SCORE, "--method" },
	{ OPT_QUERY, STAGE_SCORE, "--query" },
	{ OPT_TRIM, STAGE_SELECT, "--trim" },
	{ OPT_GLOSSARY, STAGE_TRANSLATE, "--glossary" },
	{ OPT_MEMORY, STAGE_TRANSLATE, "--memory" },
	{ OPT_VIA, STAGE_TRANSLATE, "--via" },
};

const char *
stage_name(int stage)
{
	return stages[stage].name;
}

int
stage_find(const char *name)
{
	for (int i = 0; i < NSTAGES; i++)
		if (strcmp(name, stages[i].name) == 0)
			return i;
	return -1;
}

void
chain_add(struct chain *chain, int stage, const char *arg)
{
	struct command *c = &chain->commands[stage];

	*PUSH(chain->arena, &c->argv) = arg != NULL ? arena_cstr(chain->arena, span_of(arg)) : NULL;
}

void
chain_init(struct chain *chain, struct arena *arena)
{
	char path[PATH_MAX];

	*chain = (struct chain){ .arena = arena };
	for (int i = 0; i < NSTAGES; i++) {
		cli_beside(path, stages[i].name);
		chain->commands[i].stage = i;
		chain->commands[i].path = arena_cstr(arena, span_of(path));
		chain_add(chain, i, strrchr(chain->commands[i].path, '/') + 1);
	}
}

void
chain_stages(struct chain *chain, const char *dir)
{
	struct span folder = arena_concat(chain->arena, span_of(dir), SPAN("/rassegna-"));
	size_t found = 0;

	for (int i = 0; i < NSTAGES; i++) {
		struct span path = arena_concat(chain->arena, folder, span_of(stages[i].name));

		if (access(path.s, X_OK) != 0)
			continue;
		chain->commands[i].path = arena_cstr(chain->arena, path);
		found++;
	}
	if (found == 0)
		errx(EX_TROUBLE, "%s: no program rassegna-STAGE in it", dir);
}

void
chain_models(struct chain *chain, const char *dir)
{
	for (int i = 0; i < NSTAGES; i++)
		if (stages[i].models) {
			chain_add(chain, i, "--models");
			chain_add(chain, i, dir);
		}
}

void
chain_cut(struct chain *chain, const bool runs[NSTAGES])
{
	for (int i = 0; i < NSTAGES; i++)
		if (runs[i]) {
			chain_add(chain, i, NULL);
			chain->commands[chain->n++] = chain->commands[i];
		}
}

bool
chain_take(struct chain *chain, int c)
{
	for (size_t i = 0; i < sizeof(passed_on) / sizeof(passed_on[0]); i++)
		if (passed_on[i].c == c) {
			chain_add(chain, passed_on[i].stage, passed_on[i].option);
			if (optarg != NULL)
				chain_add(chain, passed_on[i].stage, optarg);
			return true;
		}
	return false;
}

/* Whatever ends this program ends them: a stage that hangs would stay for ever. */
static void
stand_apart(pid_t group, pid_t parent)
{
	setpgid(0, group);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		raise(SIGKILL);
}

_Noreturn static void
run(const struct command *c, int in, int out, int errors, rlim_t memory)
{
	struct rlimit limit = { memory, memory };

	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(errors, STDERR_FILENO) < 0 || (memory > 0 && setrlimit(RLIMIT_AS, &limit) < 0)) {
		warn("%s", c->path);
		_exit(EX_TROUBLE);
	}
	execv(c->path, c->argv.v);
	warn("%s", c->path);
	_exit(127);
}

/* The descriptors of a stage that is about to run; -1 where there is none. */
struct ends {
	int in, out, errors;
	int next, report; /* the next stage's input; its stderr to read */
};

static void
close_unless(int fd, int kept)
{
	if (fd > STDERR_FILENO && fd != kept)
		close(fd);
}

static void /* what is the stage's alone */
close_its_ends(const struct ends *e, const struct spawning *how)
{
	close_unless(e->in, how->in);
	close_unless(e->out, how->out);
	close_unless(e->errors, STDERR_FILENO);
}

static int
open_ends(const struct spawning *how, bool last, struct ends *e)
{
	int data[2] = { -1, how->out }, errors[2] = { -1, STDERR_FILENO };
	int rc = last ? 0 : pipe2(data, O_CLOEXEC);

	if (rc == 0 && how->err != NULL)
		rc = pipe2(errors, O_CLOEXEC);
	*e = (struct ends){ e->in, data[1], errors[1], data[0], errors[0] };
	return rc;
}

static int
spawn_one(struct chain *chain, size_t i, const struct spawning *how, const struct ends *e)
{
	struct command *c = &chain->commands[i];
	pid_t parent = getpid(), group = i > 0 ? chain->commands[0].pid : 0;

	if ((c->pid = fork()) < 0)
		return -1;
	if (c->pid == 0) {
		if (how->apart)
			stand_apart(group, parent);
		run(c, e->in, e->out, e->errors, how->memory);
	}
	if (how->apart)
		setpgid(c->pid, group); /* whoever is first */
	return 0;
}

static void
take_back(struct chain *chain, size_t n, const struct spawning *how)
{
	int saved = errno;

	for (size_t i = 0; i < n; i++) {
		kill(chain->commands[i].pid, SIGKILL);
		while (waitpid(chain->commands[i].pid, NULL, 0) < 0 && errno == EINTR)
			;
		if (how->err != NULL)
			close(how->err[i]);
	}
	errno = saved;
}

int
chain_spawn(struct chain *chain, const struct spawning *how)
{
	struct ends e = { .in = how->in };

	for (size_t i = 0; i < chain->n; i++) {
		int rc = open_ends(how, i + 1 == chain->n, &e);

		if (rc == 0)
			rc = spawn_one(chain, i, how, &e);
		close_its_ends(&e, how);
		if (rc < 0) {
			close_unless(e.next, -1);
			close_unless(e.report, -1);
			take_back(chain, i, how);
			return -1;
		}
		if (how->err != NULL)
			how->err[i] = e.report;
		e.in = e.next;
	}
	return 0;
}

bool
died_of_pipe(const struct command *c)
{
	return WIFSIGNALED(c->status) && WTERMSIG(c->status) == SIGPIPE;
}

bool
has_failed(const struct command *c)
{
	bool left_out =
	    c->stage == STAGE_EXTRACT && WIFEXITED(c->status) && WEXITSTATUS(c->status) == EX_DATA;

	return c->status != 0 && !left_out && !died_of_pipe(c);
}
