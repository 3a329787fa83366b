# "text" in place of "blocks"; metadata become comments
. "$GOLDEN/tiny-models"
rassegna-tokenize articoli.jsonl
