/* What a library function returns when it cannot do its work: below zero, never a message. */
#ifndef RASSEGNA_STATUS_H
#define RASSEGNA_STATUS_H

enum status {
	ERR_IO = -1, /* see errno */
	ERR_UTF8 = -2,
	ERR_NUL = -3,
	ERR_GZIP = -4,
	ERR_SIZE = -5,
	ERR_JSON = -6,
	ERR_COLUMNS = -7, /* these four: of CoNLL-U */
	ERR_ID = -8,
	ERR_COMMENT = -9,
	ERR_BLANK = -10,
	ERR_MODEL = -11,
	ERR_HEADER = -15, /* these two: of a table's source */
	ERR_ROW = -12,
	ERR_ICU = -13,
	ERR_HTML = -16,
	ERR_EMPTY = -14,
	ERR_XML = -17, /* these four: of what translators exchange */
	ERR_ENTITY = -18,
	ERR_ROOT = -19,
	ERR_PAIR = -20,
	ERR_NGRAM = -21,   /* of a language model's source */
	ERR_ARCHIVE = -22, /* these three: of what holds documents */
	ERR_WARC = -23,
	ERR_HTTP = -24,
	ERR_STORE = -25, /* of the database of a run */
	ERR_NESTED = -26,
	ERR_LANGUAGE = -27,
	ERR_FORMAT = -28,
	ERR_QUERY = -29,
};

/* A line for people, lower case, no full stop; for ERR_IO the text of errno. */
const char *status_str(int rc);

#endif
