#include "ninjs.h"

#include "json_record.h"

int
ninjs_read(struct arena *arena, struct span json, struct span field, article_fn *take, void *self)
{
	static const char *const text[] = { "body_xhtml", "body_html", "body_text",
					    "body_*",     "bodies",    NULL };
	static const char *const title[] = { "headline", "headlines", "title", "slugline", NULL };
	static const char *const standfirst[] = { "description_text", "description_*",
						  "descriptions", NULL };
	static const char *const date[] = { "contentcreated", "firstcreated", "versioncreated",
					    NULL };
	static const char *const author[] = { "byline", "by", "bylines", NULL };
	static const char *const url[] = { "uri", NULL };
	static const struct record_keys keys = {
		text, title, standfirst, date, author, url, false
	};

	return records_read(arena, json, &keys, field, take, self);
}
