#include "json.h"

#include "json_record.h"

int
json_read(struct arena *arena, struct span json, struct span field, article_fn *take, void *self)
{
	static const char *const text[] = {
		"text",         "testo",       "body",        "content",     "content_html",
		"content_text", "contenuto",   "corpo",       "articleBody", "article_body",
		"article",      "articolo",    "full_text",   "fulltext",    "maintext",
		"plain_text",   "main_text",   "body_html",   "body_text",   "html",
		"raw_text",     "description", "descrizione", "summary",     NULL
	};
	static const char *const title[] = { "title", "titolo", "headline", "name", "titre", NULL };
	static const char *const standfirst[] = { "standfirst",  "subtitle", "sottotitolo",
						  "occhiello",   "sommario", "excerpt",
						  "abstract",    "summary",  "description",
						  "descrizione", NULL };
	static const char *const date[] = { "date",           "data",         "datePublished",
					    "date_published", "published_at", "publishedAt",
					    "publish_date",   "published",    "pubDate",
					    "pub_date",       "date_publish", "created_at",
					    "dateCreated",    "timestamp",    NULL };
	static const char *const author[] = { "author", "autore",  "authors", "autori",
					      "byline", "creator", "firma",   NULL };
	static const char *const url[] = {
		"url", "link", "canonical_url", "permalink", "uri", NULL
	};
	static const struct record_keys keys = { text, title, standfirst, date, author, url, true };

	return records_read(arena, json, &keys, field, take, self);
}
