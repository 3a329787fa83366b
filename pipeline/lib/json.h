/* Articles in JSON that others have written. */
#ifndef RASSEGNA_JSON_H
#define RASSEGNA_JSON_H

#include "article.h"

/* An object is one article; an array, or the array that an object has in place of a text
 * ("articles", "items", "posts", "response": {"docs": ...} and the like), as many as it has
 * objects.
 *
 * field names the text: a key, or keys with full stops between them ("post.content.0.value");
 * empty: one of those that are in use (text, testo, body, content, content_html, articleBody ...).
 * The text is HTML or plain, a string, an object that has it in "value", "rendered" or the like, or
 * an array of these. HTML becomes blocks; plain text article->text, to be cut by plaintext.h. A
 * record with "blocks" is one of our own (article_of_json). Title, standfirst, date, author and url
 * stand under the keys in use; other strings and numbers become fields of their own if they are
 * short. A record without a text is given as well, without blocks and text. 0, or ERR_JSON. Arrays
 * and objects nested deeper than jansson's 2048 are ERR_JSON. */
int json_read(struct arena *arena, struct span json, struct span field, article_fn *take,
	      void *self);

#endif
