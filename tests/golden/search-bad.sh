# What cannot be searched: status 2, and why
try() {
	rassegna-search "$@"
	echo "status $?"
}
rassegna-batch --progress never --no-files --lang it -o out "$GOLDEN/data/press.jsonl" 2>/dev/null
exec 2>&1
try --db out nulla # not bad, but there is nothing
try --db out -- -tasse
try --db out 'tasse OR'
try --db out '""'
try --db out "$(printf 'tasse \xff')"
try --db out --from ieri tasse
try --db out --to 2025-6-1 tasse
try --db out --lang fr tasse
try --db out --format xml tasse
try --db out -n 0 tasse
try --db nowhere tasse
try tasse
mkdir empty && try --db empty tasse
echo 'this is a text that is no database, though it is long enough for a header of one: a hundred bytes' >text
try --db text tasse
try --db out | head -n 1 # the usage
rassegna-search --db out tasse >/dev/full
