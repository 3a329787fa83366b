# what a record calls its source gives way to its place, but not in a pipe
. "$GOLDEN/tiny-models"
head -2 "$GOLDEN/data/press.jsonl" >own.jsonl
rassegna-extract own.jsonl | grep -o '^{"id".*"title"\|"origin":"[^"]*"'
rassegna-extract <own.jsonl | grep -o '^{"id".*"title"\|"origin":"[^"]*"'
