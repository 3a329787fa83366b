# An object a line; what is not known is absent
rassegna-batch --progress never --no-files --lang it -o out "$GOLDEN/data/press.jsonl" 2>/dev/null
rassegna-search --db out --format jsonl tassa | sed 's/"score":[^,]*/"score":N/'
rassegna-search --db out --format jsonl --lang it affreschi | sed 's/"score":[^,]*/"score":N/'
rassegna-search --db out --format jsonl nulla
