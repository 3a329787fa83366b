#include "signature.h"

#include <dirent.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/mapping.h"

static struct span
hex(struct arena *arena, XXH128_hash_t hash)
{
	struct buf out = { .arena = arena };

	buf_printf(&out, "%016llx%016llx", (unsigned long long)hash.high64,
		   (unsigned long long)hash.low64);
	return buf_span(&out);
}

struct span
hash_of(struct arena *arena, struct span bytes)
{
	return hex(arena, XXH3_128bits(bytes.s, bytes.n));
}

static void
hash_file(XXH3_state_t *state, const char *path)
{
	struct span bytes = { 0 };

	if (mapping_open(&bytes, path, 1, MAPPING_AS_NEEDED) < 0)
		err(EX_TROUBLE, "%s", path);
	XXH3_128bits_update(state, bytes.s, bytes.n);
	mapping_close(&bytes);
}

static int
is_model(const struct dirent *entry)
{
	struct span name = span_of(entry->d_name);

	return span_ends(name, SPAN(".table")) || span_ends(name, SPAN(".lm"));
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

struct span
models_signature(struct arena *arena)
{
	char folder[PATH_MAX], path[2 * PATH_MAX];
	XXH3_state_t *state = XXH3_createState();
	struct dirent **names;
	struct span hash;
	int n;

	cli_models_folder(folder);
	if (state == NULL || (n = scandir(folder, &names, is_model, by_bytes)) < 0)
		err(EX_TROUBLE, "%s", folder);
	XXH3_128bits_reset(state);
	for (int i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]->d_name);
		XXH3_128bits_update(state, names[i]->d_name, strlen(names[i]->d_name) + 1);
		hash_file(state, path);
		free(names[i]);
	}
	free(names);
	hash = hex(arena, XXH3_128bits_digest(state));
	XXH3_freeState(state);
	return hash;
}

static struct span
hash_of_file(struct arena *arena, const char *path)
{
	struct span bytes, hash;
	struct input in;
	int rc;

	if ((rc = input_open(&in, path)) < 0 || (rc = input_rest(&in, &bytes)) < 0)
		die_at(&in, rc);
	hash = hash_of(arena, bytes);
	input_close(&in);
	return hash;
}

/* The options of a stage; files that it reads by what is in them. */
static void
put_options(struct arena *arena, struct buf *out, const struct command *c)
{
	for (size_t i = 1; i < c->argv.n; i++) {
		bool file = strcmp(c->argv.v[i], "--glossary") == 0 ||
			    strcmp(c->argv.v[i], "--memory") == 0;

		if (strcmp(c->argv.v[i], "--models") == 0) {
			i++;
			continue;
		}
		buf_printf(out, " %s", c->argv.v[i]);
		if (!file)
			continue;
		buf_putc(out, '=');
		buf_put(out, hash_of_file(arena, c->argv.v[++i]));
	}
}

struct span
options_signature(struct arena *arena, struct span formats, enum lang lang,
		  const struct chain *chain)
{
	static const char *const langs[] = { "", "it", "en", "both" };
	struct buf out = { .arena = arena };

	buf_printf(&out, "to=%.*s lang=%s", (int)formats.n, formats.s, langs[lang]);
	for (int i = 0; i < NSTAGES; i++)
		if (chain->commands[i].argv.n > 1) {
			buf_printf(&out, "; %s", stage_name(i));
			put_options(arena, &out, &chain->commands[i]);
		}
	return buf_span(&out);
}
