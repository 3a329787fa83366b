#include "table.h"

#include <string.h>
#include <zlib.h>

#include "map.h"
#include "mapping.h"
#include "status.h"
#include "utf8.h"

static const char magic[8] = "RSGTABLE";

struct header {
	char magic[8];
	uint32_t version, slots;
	uint64_t text_size; /* filled up, a multiple of 8 */
	uint64_t crc;       /* of all that follows */
};

static struct span
line_at(struct span text, size_t off)
{
	struct span rest = span_from(text, off), line = SPAN("");

	span_cut(&rest, '\n', &line);
	return line;
}

static struct span
key_of(struct span line)
{
	struct span key = SPAN("");

	span_cut(&line, '\t', &key);
	return key;
}

/* Is this the key of the row at off? Keys hold no TAB and no LF; there is an LF at the text's end.
 */
static bool
has_key(struct span text, size_t off, struct span key)
{
	const char *at = text.s + off;

	return key.n < text.n - off && (at[key.n] == '\t' || at[key.n] == '\n') &&
	       memcmp(at, key.s, key.n) == 0;
}

/* The slot of a key: where it stands, or the free one where it would. */
static uint32_t
probe(struct span text, const uint32_t *slot, uint32_t slots, struct span key)
{
	uint32_t i = span_hash(key) & (slots - 1);

	while (slot[i] != 0 && slot[i] <= text.n && !has_key(text, slot[i] - 1, key))
		i = (i + 1) & (slots - 1);
	return i;
}

static uint32_t
checksum(const struct header *h)
{
	size_t n = h->text_size + h->slots * sizeof(uint32_t);

	return (uint32_t)crc32_z(0, (const unsigned char *)(h + 1), n);
}

static bool
sizes_fit(const struct header *h, size_t n)
{
	return memcmp(h->magic, magic, sizeof(magic)) == 0 && h->version == 1 && h->slots > 0 &&
	       (h->slots & (h->slots - 1)) == 0 && h->text_size <= n && h->text_size % 8 == 0 &&
	       n == sizeof(*h) + h->text_size + h->slots * sizeof(uint32_t);
}

static int
use(struct table *table, struct span compiled, bool summed)
{
	const struct header *h = (const void *)compiled.s;

	if (compiled.n < sizeof(*h) || !sizes_fit(h, compiled.n) ||
	    (summed && h->crc != checksum(h)))
		return ERR_MODEL;
	table->text = (struct span){ (const char *)(h + 1), h->text_size };
	table->slot = (const void *)(table->text.s + h->text_size);
	table->slots = h->slots;
	return 0;
}

int
table_use(struct table *table, struct span compiled)
{
	return use(table, compiled, true);
}

int
table_check(const struct table *table)
{
	const struct header *h = (const struct header *)(const void *)table->text.s - 1;

	return h->crc == checksum(h) ? 0 : ERR_MODEL;
}

int
table_open(struct table *table, const char *path)
{
	struct span bytes;
	int rc = mapping_open(&bytes, path, sizeof(struct header), MAPPING_AS_NEEDED);

	*table = (struct table){ 0 };
	if (rc < 0)
		return rc;
	rc = use(table, bytes, bytes.n <= TABLE_SUMMED);
	table->mapping = bytes;
	if (rc < 0)
		table_close(table);
	return rc;
}

void
table_close(struct table *table)
{
	mapping_close(&table->mapping);
	*table = (struct table){ 0 };
}

static struct span
fields_of(struct span line)
{
	struct span key;

	span_cut(&line, '\t', &key);
	return line.s != NULL ? line : SPAN("");
}

bool
table_find(const struct table *table, struct span key, struct span *fields)
{
	uint32_t off;

	if (table->slots == 0)
		return false;
	off = table->slot[probe(table->text, table->slot, table->slots, key)];
	if (off == 0 || off > table->text.n)
		return false;
	*fields = fields_of(line_at(table->text, off - 1));
	return true;
}

bool
table_again(const struct table *table, struct span key, struct span *fields)
{
	const char *end = table->text.s + table->text.n, *next = fields->s + fields->n + 1;
	struct span line;

	/* a row without fields has them outside the text: it cannot have a second of its key */
	if (fields->s < table->text.s || next >= end)
		return false;
	line = line_at((struct span){ next, (size_t)(end - next) }, 0);
	if (!span_eq(key_of(line), key))
		return false;
	*fields = fields_of(line);
	return true;
}

bool
table_has(const struct table *table, struct span key)
{
	struct span fields;

	return table_find(table, key, &fields);
}

bool
table_next(const struct table *table, struct span *line)
{
	size_t off = line->s != NULL ? (size_t)(line->s - table->text.s) + line->n + 1 : 0;

	for (; off < table->text.n; off += line->n + 1) {
		*line = line_at(table->text, off);
		if (line->n > 0 && line->s[0] != '#')
			return true;
	}
	return false;
}

static uint32_t
count_slots(struct span text)
{
	uint32_t rows = 0, slots = 1;

	for (size_t i = 0; i < text.n; i++)
		rows += text.s[i] == '\n';
	while (slots < 2 * rows)
		slots *= 2;
	return slots;
}

/* Index every key's first row; a key may come again only in the next row. */
static int
index_rows(struct span text, uint32_t *slot, uint32_t slots, size_t *bad_line)
{
	struct span line = { 0 }, before = { 0 };
	size_t off = 0;

	for (*bad_line = 1; off < text.n; off += line.n + 1, ++*bad_line) {
		struct span key = key_of(line = line_at(text, off));
		uint32_t i;

		if (line.n == 0 || line.s[0] == '#')
			continue;
		i = probe(text, slot, slots, key);
		if (key.n == 0 || (slot[i] != 0 && !span_eq(key, before)))
			return ERR_ROW;
		if (slot[i] == 0)
			slot[i] = (uint32_t)off + 1;
		before = key;
	}
	return 0;
}

int
table_compile(struct arena *arena, struct span source, struct span *out, size_t *bad_line)
{
	size_t padded = (source.n + 8) / 8 * 8; /* at least one LF at the end */
	struct header *h;
	char *text;
	int rc;

	*bad_line = 1;
	if (!span_starts(source, SPAN("# rassegna-table 1\n")))
		return ERR_HEADER;
	if (!utf8_valid(source))
		return ERR_UTF8;
	if (padded > UINT32_MAX / 2)
		return ERR_SIZE;
	*out = (struct span){ 0, sizeof(*h) + padded + count_slots(source) * sizeof(uint32_t) };
	h = arena_alloc(arena, out->n, 1);
	out->s = (const char *)h;
	memcpy(h->magic, magic, sizeof(magic));
	h->version = 1;
	h->slots = count_slots(source);
	h->text_size = padded;
	text = (char *)(h + 1);
	memset(memcpy(text, source.s, source.n) + source.n, '\n', padded - source.n);
	rc = index_rows((struct span){ text, padded }, (void *)(text + padded), h->slots, bad_line);
	h->crc = checksum(h);
	return rc;
}
