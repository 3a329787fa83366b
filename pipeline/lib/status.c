#include "status.h"

#include <errno.h>
#include <string.h>

const char *
status_str(int rc)
{
	switch (rc) {
	case ERR_IO:
		return strerror(errno);
	case ERR_UTF8:
		return "invalid UTF-8";
	case ERR_NUL:
		return "a NUL byte: this is no text";
	case ERR_GZIP:
		return "corrupt or truncated gzip data";
	case ERR_SIZE:
		return "larger than a document may be (64 MiB)";
	case ERR_COLUMNS:
		return "not ten filled columns separated by TAB";
	case ERR_ID:
		return "ID is no number, range or decimal that may stand here";
	case ERR_COMMENT:
		return "a comment after the words of a sentence";
	case ERR_BLANK:
		return "no words before, or no blank line after the end of a sentence";
	case ERR_JSON:
		return "not a JSON object with \"text\" or \"blocks\"";
	case ERR_MODEL:
		return "not a model of this version, or damaged";
	case ERR_HEADER:
		return "the first line is not \"# rassegna-table 1\"";
	case ERR_ROW:
		return "not a table row: no key, or a key that stood further above";
	case ERR_NGRAM:
		return "not a line of a language model, or not one that may stand here";
	case ERR_HTML:
		return "the HTML parser gave up on this page";
	case ERR_ICU:
		return "the Unicode library failed";
	case ERR_EMPTY:
		return "no text found";
	case ERR_XML:
		return "not well-formed XML";
	case ERR_ENTITY:
		return "XML that declares entities of its own";
	case ERR_ROOT:
		return "XML, but of another kind than is read here";
	case ERR_PAIR:
		return "not a source and its translation, separated by TAB";
	case ERR_ARCHIVE:
		return "damaged or encrypted archive, or one that is cut short";
	case ERR_WARC:
		return "not a whole WARC record";
	case ERR_HTTP:
		return "not a whole HTTP response, or in a coding that is not known";
	case ERR_STORE:
		return "the database cannot be read or written";
	case ERR_NESTED:
		return "an archive nested deeper than is opened";
	case ERR_LANGUAGE:
		return "not Italian";
	case ERR_FORMAT:
		return "not of the format that was named";
	case ERR_QUERY:
		return "each side of OR in a query needs a word to find, and all have 64 at most";
	}
	return "unknown error";
}
