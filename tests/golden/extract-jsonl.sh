# keys it does not know pass; a record without an id gets the file's, and its line
. "$GOLDEN/tiny-models"
rassegna-extract articoli.jsonl
