#!/usr/bin/env bash
# batch.sh [BUILD_DIR] - rassegna batch, disturbed in every way: killed at 30 random moments, with a
# stage that dies, hangs or eats memory on a marked document, a full disk, an output that cannot be
# written, damaged input, interrupts. The end must always be as that of an undisturbed run.
#
# needs: python3, sqlite3; root to mount a small disk (else that is left out, and said)
# prints: "ok NAME" or "FAIL NAME: why"; status 1 if one failed. SEED=N for other random moments.
set -uo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
export LC_ALL=C PATH=$build:$PATH BUILD=$build
unset RASSEGNA_MODELS
work=$(mktemp -d)
disk=$work/disk
trap 'mountpoint -q "$disk" && umount "$disk"; rm -rf "$work"' EXIT
cd "$work" || exit 2
RANDOM=${SEED:-6}
# shellcheck source=tests/report.sh
. "$root/tests/report.sh"

skip() # NAME WHY
{
	echo "skip $1: $2"
}

batch() # ARGUMENT...: its status in rc, its words in err
{
	rc=0
	timeout 120 rassegna batch --lang it --progress never "$@" >"$work/out" 2>"$work/err" || rc=$?
}

start() # ARGUMENT...: in the background, as $pid; it ends by itself within 2 minutes
{
	timeout --foreground 120 rassegna-batch --lang it --progress never "$@" >out 2>err &
	wrapper=$!
	pid=
	while [[ -z $pid ]]; do
		pid=$(pgrep -P "$wrapper") || kill -0 "$wrapper" 2>/dev/null || break
	done
}

finished() # waits for what start began: its status in rc
{
	rc=0
	wait "$wrapper" 2>/dev/null || rc=$?
}

dump() # DB: all that is in it but times, whatever the order in which it came
{
	local table
	for table in documents sentences terms stems "runs WHERE id IN (SELECT run FROM items)"; do
		echo "-- $table"
		sqlite3 -readonly "$1" "SELECT * FROM $table ORDER BY 1, 2"
	done
	echo "-- items"
	sqlite3 -readonly "$1" \
		"SELECT id, name, hash, run, status, stage, error FROM items ORDER BY id"
	echo "-- found"
	sqlite3 -readonly "$1" "SELECT rowid FROM italian WHERE italian MATCH 'pont* OR sindac*'
		ORDER BY rowid"
}

differences() # OUT_A OUT_B: in files and database
{
	diff -rq -x 'rassegna.db*' "$1" "$2" 2>&1
	diff <(dump "$1/rassegna.db") <(dump "$2/rassegna.db") >difference ||
		echo "databases differ: $(grep -c '^[<>]' difference) lines: $(head -n 3 difference)"
	[[ $(sqlite3 "$2/rassegna.db" 'PRAGMA integrity_check') == ok ]] ||
		echo "the database is damaged"
	sqlite3 "$2/rassegna.db" "INSERT INTO italian (italian, rank) VALUES ('integrity-check', 1)" ||
		echo "the index is damaged"
}

status_is() # WANTED
{
	[[ $rc == "$1" ]] || echo "status $rc instead of $1: $(head -n 3 err)"
}

counts() # "DONE done, FAILED failed, SKIPPED skipped"
{
	grep -q ": $1;" err || echo "not '$1' but $(tail -n 1 err)"
}

# ---- input of our own

write_articles() # FOLDER N: texts, and as many lines of JSON
{
	python3 - "$1" "$2" <<-'PYTHON'
	import json, os, random, sys
	folder, n = sys.argv[1], int(sys.argv[2])
	who = ["Il sindaco di Roccaferrata", "La giunta", "Un pescatore di Portosanto", "La maestra"]
	does = ["ha aperto il ponte", "ha chiuso la scuola", "ha venduto la barca", "ha letto il bilancio"]
	when = ["ieri mattina", "dopo il voto", "nel mese di giugno", "davanti alla folla"]
	dice = random.Random(6)
	def text():
	    return " ".join(f"{dice.choice(who)} {dice.choice(does)} numero {dice.randint(1, 999)} {dice.choice(when)}."
	                    for _ in range(dice.randint(2, 9)))
	os.makedirs(f"{folder}/testi")
	for i in range(n):
	    with open(f"{folder}/testi/{i}.txt", "w") as f:
	        f.write(text() + "\n")
	with open(f"{folder}/righe.jsonl", "w") as f:
	    for i in range(n):
	        f.write(json.dumps({"id": f"r{i}", "text": text()}) + "\n")
	PYTHON
}

write_input()
{
	write_articles in 60
	cp "$root"/corpus/*.txt "$root"/corpus/*.html "$root"/corpus/*.gz in
	tar -C "$root" -cf in/archivio.tar corpus/ciclismo-tappa.txt corpus/posidonia-studio.html
	: >in/vuoto.txt
	printf 'La neve copre il paese.\n' >"$(printf 'in/caff\xe8  e\nlatte.txt')"
	printf 'La neve copre il paese.\n' >"in/$(printf 'n%.0s' {1..250}).txt"
}

# ---- an undisturbed run, and what must be like it

undisturbed()
{
	batch -o want --to text --to json --jobs 2 in
	report "a run" "$(status_is 1; counts '136 done, 1 failed, 0 skipped')"
	report "its failures" "$(diff want/failed.jsonl - <<-'JSON'
	{"source":"in/vuoto.txt","stage":"extract","error":"no text found"}
	JSON
	)"
}

as_the_driver() # each format, the same bytes
{
	local format ending formats='text markdown json jsonl tsv csv tbx tmx conllu'
	batch -o formats $(printf -- '--to %s ' $formats) in/agenzia-sciopero.txt
	for format in $formats; do
		ending=${format/text/txt}
		rassegna --lang it --to "$format" in/agenzia-sciopero.txt >one
		report "$format as of the driver" \
			"$(cmp one "formats/in/agenzia-sciopero.txt.${ending/markdown/md}" 2>&1)"
	done
	rassegna in/agenzia-sciopero.txt >one
	rc=0
	rassegna batch --progress never -o both in/agenzia-sciopero.txt 2>err || rc=$?
	report "translated as of the driver" \
		"$(status_is 0; cmp one both/in/agenzia-sciopero.txt.txt 2>&1)"
}

other_numbers_of_jobs()
{
	local n
	for n in 1 5; do
		batch -o "jobs$n" --to text --to json --jobs "$n" in
		report "$n jobs" "$(status_is 1; differences want "jobs$n")"
	done
}

resumed()
{
	batch -o jobs1 --to text --to json --jobs 2 in
	report "resumed" "$(status_is 1; counts '0 done, 1 failed, 136 skipped'
		differences want jobs1)"
	batch -o jobs1 --to text --to json --retry-failed in
	report "failed ones again" "$(status_is 1; counts '0 done, 1 failed, 136 skipped'
		differences want jobs1)"
	batch -o jobs1 --to text --to json --force in
	report "forced" "$(counts '136 done, 1 failed, 0 skipped'; differences want jobs1)"
	batch -o jobs1 --to text --to json -n 1 in/testi
	report "other options" "$(status_is 0; counts '60 done, 0 failed, 0 skipped')"
	batch -o jobs1 --to text --to json in
	report "and back" "$(counts '60 done, 1 failed, 76 skipped'; differences want jobs1)"
	printf 'Un testo nuovo. La neve copre il paese.\n' >in/testi/7.txt
	batch -o jobs1 --to text --to json in
	report "a changed file" "$(counts '1 done, 1 failed, 135 skipped')"
	batch -o changed --to text --to json in
	report "as of a new run" "$(differences changed jobs1)"
	rm -r want
	mv changed want
}

in_shards()
{
	local i
	for i in 1 2 3; do
		batch -o "shard$i" --to text --to json --shard "$i/3" in
	done
	mkdir union
	cp -r shard?/in union
	report "shards" "$(diff -rq want/in union/in
		diff <(dump want/rassegna.db | grep '^[0-9-]' | sort) \
			<(for i in 1 2 3; do dump "shard$i/rassegna.db"; done |
				grep '^[0-9-]' | sort -u))"
}

# ---- ends before the end

killed() # N times, at random moments, and then left alone
{
	local i took
	took=$({ TIMEFORMAT=%R; time batch -o timed --to text --to json in; } 2>&1)
	rm -r timed
	for ((i = 0; i < $1; i++)); do
		start -o killed --to text --to json --jobs 2 in
		sleep "$(python3 -c "print($took * $RANDOM / 32768)")"
		kill -KILL "$pid" 2>/dev/null
		finished
		# what a long run would gather in several: the rest must not be done before the last kill
		((i % 6 != 5)) || rm -rf killed
	done
	batch -o killed --to text --to json in
	report "killed $1 times" "$(status_is 1; differences want killed)"
}

interrupted()
{
	start -o int --to text --to json --stages slow in
	until [[ -n $(find int -name '*.json' 2>/dev/null | head -n 1) ]]; do
		kill -0 "$pid" || break
	done
	kill -INT "$pid"
	finished
	report "interrupted" "$(status_is 130; grep -q ': interrupted: ' err || echo 'no summary')"
	batch -o int --to text --to json in
	report "and resumed" "$(status_is 1; differences want int)"
}

write_slow_stage()
{
	mkdir slow
	cat >slow/rassegna-extract <<-'PYTHON'
	#!/usr/bin/env python3
	import os, subprocess, sys, time
	child = subprocess.Popen([os.environ["BUILD"] + "/rassegna-extract"] + sys.argv[1:],
	                         stdout=subprocess.PIPE)
	for line in child.stdout:
	    time.sleep(.02)
	    sys.stdout.buffer.write(line)
	    sys.stdout.buffer.flush()
	sys.exit(child.wait())
	PYTHON
	chmod +x slow/rassegna-extract
}

marked() # FILE WORD: a text that a stage of stages/ stumbles over
{
	printf 'La nave %s arriva in porto. La folla aspetta da ore.\n' "$2" >"$1"
}

write_stage() # a stage score that reads on until it meets a mark
{
	mkdir stages
	cat >stages/rassegna-score <<-'PYTHON'
	#!/usr/bin/env python3
	import os, signal, subprocess, sys, time
	real = os.environ["BUILD"] + "/rassegna-score"
	child = subprocess.Popen([real] + sys.argv[1:], stdin=subprocess.PIPE)
	for line in sys.stdin.buffer:
	    if b"MARCASCHIANTO" in line:
	        os.kill(os.getpid(), signal.SIGKILL)
	    if b"MARCAUSCITA" in line:
	        child.kill()
	        sys.exit("rassegna-score: enough of this")
	    if b"MARCABLOCCO" in line:
	        time.sleep(1000)
	    if b"MARCAMEMORIA" in line:
	        child.kill()
	        try:
	            eaten = [bytearray(1 << 26) for i in range(100)]
	        except MemoryError:
	            sys.exit("rassegna-score: out of memory")
	    child.stdin.write(line)
	    child.stdin.flush()
	child.stdin.close()
	sys.exit(child.wait())
	PYTHON
	chmod +x stages/rassegna-score
}

interrupted_twice()
{
	local before
	mkdir twice
	marked twice/hang.txt MARCABLOCCO
	start -o twice.out --stages stages twice
	sleep 1
	kill -INT "$pid"
	sleep .5
	before=$SECONDS
	kill -INT "$pid"
	finished
	report "interrupted twice" "$(status_is 130; ((SECONDS - before < 3)) || echo 'it took long')"
	sleep .5
	report "nothing stays behind" "$(pgrep -f "$work/stages/rassegna-score" | head -n 1)"
}

bad_stage()
{
	write_articles bad 20
	cp -r bad good
	marked bad/testi/10s.txt MARCASCHIANTO
	marked bad/testi/10u.txt MARCAUSCITA
	marked bad/testi/5h.txt MARCABLOCCO
	batch -o bad.out --stages stages --timeout 8 bad
	report "a stage that dies or hangs" "$(status_is 1; counts '40 done, 3 failed, 0 skipped'
		diff bad.out/failed.jsonl - <<-'JSON'
	{"source":"bad/testi/10s.txt","stage":"score","error":"killed by signal 9 (Killed)"}
	{"source":"bad/testi/10u.txt","stage":"score","error":"enough of this"}
	{"source":"bad/testi/5h.txt","stage":"score","error":"no result within 8 s"}
	JSON
	)"
	rm bad/testi/*[suh].txt
	(cd good && batch -o ../good.out --no-db .)
	report "the others are done" "$(diff -rq good.out bad.out/bad -x 'rassegna.db*')"
	batch -o bad.out --retry-failed --timeout 8 bad
	report "their failures stay listed" "$(counts '0 done, 0 failed, 40 skipped'
		[[ $(wc -l <bad.out/failed.jsonl) == 3 ]] || echo 'not so')"
}

memory_eater()
{
	if ! ( (ulimit -v 2000000; exec rassegna-score --version); exit $?) >/dev/null 2>&1; then
		skip "a stage that eats memory" "no limit of memory under the sanitizers"
		return
	fi
	write_articles fat 5
	marked fat/testi/m.txt MARCAMEMORIA
	batch -o fat.out --stages stages --max-memory 2G fat
	report "a stage that eats memory" "$(status_is 1; counts '10 done, 1 failed, 0 skipped'
		grep -q '"error":"out of memory"' fat.out/failed.jsonl || cat fat.out/failed.jsonl)"
}

no_stage_runs()
{
	batch -o never -r 5 in
	report "a wrong option" "$(status_is 2
		grep -q 'rassegna-select: 5: the ratio must be' err || cat err)"
	batch -o never --models "$work" in
	report "no models" "$(status_is 2)"
}

# ---- what cannot be read or written

damaged_input()
{
	mkdir -p damaged/a damaged/z
	cp "$root/corpus/ciclismo-tappa.txt" damaged/a
	cp "$root/corpus/legge-borghi.txt" damaged/z
	gzip -c "$root/corpus/ciclismo-tappa.txt" | head -c 700 >damaged/m.txt.gz
	tar -C "$root" -c corpus/ciclismo-tappa.txt corpus/legge-borghi.txt | head -c 6000 >damaged/n.tar
	echo damaged/keine.txt | cat - <(find damaged -type f | sort) >list
	batch -o damaged.out --files-from list
	report "damaged input" "$(status_is 1
		for f in damaged/a/ciclismo-tappa.txt damaged/z/legge-borghi.txt \
			damaged/n.tar/corpus/ciclismo-tappa.txt; do
			[[ -s damaged.out/$f.txt ]] || echo "no $f"
		done
		for f in damaged/m.txt.gz damaged/n.tar damaged/keine.txt; do
			grep -q "\"source\":\"$f" damaged.out/failed.jsonl || echo "$f has not failed"
		done)"
	cp "$root/corpus/ciclismo-tappa.txt" damaged/keine.txt
	batch -o damaged.out --files-from list
	report "a file that was missing" "$(counts '1 done, 3 failed, 3 skipped')"
}

output_inside()
{
	mkdir -p inside/sub
	cp "$root/corpus/ciclismo-tappa.txt" inside/sub
	(cd inside && batch -o results --db press.db . && batch -o results --db press.db .)
	report "output inside the input" "$(counts '0 done, 0 failed, 1 skipped')"
}

standard_input()
{
	batch -o stdin.out --to text - < <(tar -c in/testi)
	report "a stream of tar" "$(status_is 0
		diff -rq stdin.out/in/testi want/in/testi | grep -v 'Only in want.*json$')"
}

one_at_a_time()
{
	start -o lock --stages stages twice
	sleep 1
	batch -o lock in
	report "two runs in one folder" "$(status_is 2; grep -q 'another run' err || cat err)"
	kill -INT "$pid"
	sleep .2
	kill -INT "$pid"
	finished
}

small_disk()
{
	mkdir "$disk"
	if ! mount -t tmpfs -o size=700k tmpfs "$disk" 2>/dev/null; then
		skip "a full disk" "nothing can be mounted here"
		skip "an output that is read-only" "nothing can be mounted here"
		return
	fi
	batch -o "$disk/out" --to text --to json in
	report "a full disk" "$(status_is 2; grep -qE 'No space left|disk is full' err || cat err)"
	mount -o remount,ro "$disk"
	batch -o "$disk/out" --to text --to json in
	report "an output that is read-only" "$(status_is 2)"
	mount -o remount,rw,size=50M "$disk"
	batch -o "$disk/out" --to text --to json in
	report "a disk with room" "$(status_is 1; differences want "$disk/out")"
}

write_input
undisturbed
as_the_driver
other_numbers_of_jobs
resumed
in_shards
killed 30
write_slow_stage
interrupted
write_stage
interrupted_twice
bad_stage
memory_eater
no_stage_runs
damaged_input
output_inside
standard_input
one_at_a_time
small_disk
exit "$failed"
