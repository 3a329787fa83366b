/* One piece of input that can be read by itself: a file, a member of an archive, a record.
 *
 * Its name says where it is, down to the member and the record, PATH[/MEMBER[/MEMBER]][#RECORD]:
 * "press.tar/2025/a.html", "x.jsonl#3" (line 3), "crawl.warc.gz#12" (record 12). The path stands as
 * it was given; of a member's name what would lead out of its archive ("/", "..") is left away.
 * What comes from standard input is "<stdin>", "<stdin>#3"; the members of an archive there go by
 * their own names alone. A member that is itself called NAME#N is record N of NAME. */
#ifndef RASSEGNA_ITEM_H
#define RASSEGNA_ITEM_H

#include "arena.h"

struct item {
	struct span name;  /* UTF-8 in normal form C, without control characters */
	struct span bytes; /* as they stand there, gunzipped; a WARC record with its headers */
};

/* A file's name as text (see decode_name in decode.h); controls become "_". */
struct span item_text(struct arena *arena, struct span bytes);
/* Without what leads out of a folder: "../a//b/./c" and "/a/b/c" are "a/b/c"; "" can come out. */
struct span item_inside(struct arena *arena, struct span name);
/* The name of a member of an archive; the archive's name is empty on standard input. */
struct span item_member(struct arena *arena, struct span archive, struct span member);
struct span item_record(struct arena *arena, struct span name, size_t record); /* NAME#RECORD */
bool item_is_record(struct span name);                                         /* NAME#RECORD? */

/* The id of a document with this source: inside (see above), without the endings of the formats at
 * its end or before #RECORD, blanks as "_" and # as "-": "./news/a b.txt.gz#2" is "news/a_b-2". */
struct span item_id(struct arena *arena, struct span source);

#endif
