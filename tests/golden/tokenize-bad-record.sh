# what was good comes out; the bad line is named
. "$GOLDEN/tiny-models"
{ cat articoli.jsonl; echo '{"id":"x"}'; } | rassegna-tokenize | grep -c '^# sent_id'
exit "${PIPESTATUS[1]}"
