# a bad line is reported and left out, the others come; status 1
. "$GOLDEN/tiny-models"
{ head -n 1 articoli.jsonl; echo '{"id": 7'; echo; printf '{"text":"\350"}\n'; echo '{"text":" "}'; tail -n 1 articoli.jsonl; } >bad.jsonl
rassegna-extract bad.jsonl
