# Nothing half: what cannot be merged leaves the output as it was
try() {
	rassegna-merge "$@"
	echo "status $?"
}
rassegna-batch --progress never --no-files --lang it -o out "$GOLDEN/data/press.jsonl" 2>/dev/null
exec 2>&1
mkdir empty
echo 'this is a text that is no database, though it is long enough for a header of one: a hundred bytes' >text
cp text all.db
try out empty -o all.db
try nowhere -o all.db
try out text -o all.db
try out
try -o all.db
try out -o /dev/null
try out -o nowhere/all.db
touch used.db used.db-wal
try out -o used.db
cmp text all.db
ls
