#include "store_db.h"

/* Keys are XXH3 of names (item_key, document_key). runs holds once what is the same for a million
 * items. sentences and terms are clustered by document: one is read and dropped as a whole. The two
 * indexes hold no text of their own: italian has that of stems, english that of a view; a line of
 * their summary is a chosen sentence, so that a match can be traced to it. */
const char store_schema[] =
    "CREATE TABLE runs ("
    " id INTEGER PRIMARY KEY, options TEXT NOT NULL, models TEXT NOT NULL, version TEXT NOT NULL);"
    "CREATE TABLE items ("
    " id INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL,"
    " run INTEGER NOT NULL REFERENCES runs, status TEXT NOT NULL,"
    " stage TEXT, error TEXT, seconds REAL NOT NULL);"
    "CREATE INDEX items_failed ON items (name) WHERE status = 'failed';"
    "CREATE TABLE documents ("
    " id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES items, number INTEGER NOT NULL,"
    " source TEXT, doc_id TEXT, title TEXT, date TEXT, author TEXT, url TEXT, lang TEXT);"
    "CREATE INDEX documents_item ON documents (item);"
    "CREATE TABLE sentences ("
    " document INTEGER NOT NULL REFERENCES documents, position INTEGER NOT NULL,"
    " block TEXT NOT NULL, text TEXT NOT NULL, score REAL, rank INTEGER,"
    " chosen INTEGER NOT NULL, english TEXT,"
    " PRIMARY KEY (document, position)) WITHOUT ROWID;"
    "CREATE TABLE terms ("
    " document INTEGER NOT NULL REFERENCES documents, position INTEGER NOT NULL,"
    " lemma TEXT NOT NULL, english TEXT, count INTEGER,"
    " PRIMARY KEY (document, position)) WITHOUT ROWID;"
    "CREATE TABLE stems ("
    " document INTEGER PRIMARY KEY REFERENCES documents, title TEXT, summary TEXT);"
    "CREATE VIEW english_text (document, title, summary) AS SELECT id,"
    " (SELECT group_concat(english, ' ') FROM (SELECT english FROM sentences"
    "   WHERE document = documents.id AND chosen AND block = 'title' ORDER BY position)),"
    " (SELECT group_concat(ifnull(english, ''), char(10)) FROM (SELECT english FROM sentences"
    "   WHERE document = documents.id AND chosen AND block <> 'title' ORDER BY position))"
    " FROM documents;"
    "CREATE VIRTUAL TABLE italian USING fts5 ("
    " title, summary, content = 'stems', content_rowid = 'document');"
    "CREATE VIRTUAL TABLE english USING fts5 ("
    " title, summary, content = 'english_text', content_rowid = 'document',"
    " tokenize = 'porter unicode61');"
    /* for people: one row per article or failure */
    "CREATE VIEW articles AS SELECT"
    " i.name AS item, d.source, d.title, d.date, d.author, d.url, d.lang, i.hash, i.status,"
    " i.stage, i.error, i.seconds, r.version, r.models, r.options, d.id AS document"
    " FROM items i JOIN runs r ON r.id = i.run LEFT JOIN documents d ON d.item = i.id;";

const char *const store_sql[NSTATEMENTS] = {
	[ST_STATE] = "SELECT status FROM items i JOIN runs r ON r.id = i.run"
		     " WHERE i.id = ? AND name = ? AND hash = ? AND options = ? AND models = ?",
	[ST_ITEM] = "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[ST_RUN] = "INSERT OR IGNORE INTO runs VALUES (?, ?, ?, ?)",
	[ST_DOCUMENT] = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[ST_SENTENCE] = "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[ST_TERM] = "INSERT INTO terms VALUES (?, ?, ?, ?, ?)",
	[ST_STEMS] = "INSERT INTO stems VALUES (?, ?, ?)",
	[ST_DOCUMENTS_OF] = "SELECT id FROM documents WHERE item = ? ORDER BY id",
	[ST_TEXTS_OF] = "SELECT s.title, s.summary, e.title, e.summary FROM stems s"
			" JOIN english_text e ON e.document = s.document WHERE s.document = ?",
	[ST_DROP_ITEM] = "DELETE FROM items WHERE id = ? AND name = ?",
	[ST_DROP_DOCUMENT] = "DELETE FROM documents WHERE id = ?",
	[ST_DROP_SENTENCES] = "DELETE FROM sentences WHERE document = ?",
	[ST_DROP_TERMS] = "DELETE FROM terms WHERE document = ?",
	[ST_DROP_STEMS] = "DELETE FROM stems WHERE document = ?",
	[ST_INDEX_ITALIAN] = "INSERT INTO italian (rowid, title, summary) VALUES (?, ?, ?)",
	[ST_INDEX_ENGLISH] = "INSERT INTO english (rowid, title, summary) VALUES (?, ?, ?)",
	[ST_UNINDEX_ITALIAN] = "INSERT INTO italian (italian, rowid, title, summary)"
			       " VALUES ('delete', ?, ?, ?)",
	[ST_UNINDEX_ENGLISH] = "INSERT INTO english (english, rowid, title, summary)"
			       " VALUES ('delete', ?, ?, ?)",
};
