# An object a line; what is not known is absent
cp "$GOLDEN/data/press.jsonl" .
rassegna-batch --progress never --no-files --lang it -o out press.jsonl 2>/dev/null
rassegna-search --db out --format jsonl tassa | sed 's/"score":[^,]*/"score":N/'
rassegna-search --db out --format jsonl --lang it affreschi | sed 's/"score":[^,]*/"score":N/'
rassegna-search --db out --format jsonl nulla
