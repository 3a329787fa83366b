#!/usr/bin/env bash
# unhappy.sh [BUILD_DIR] - what must happen when things go wrong, the same for every stage: a full
# disk, a reader that leaves, bytes that are no text, CoNLL-U that is none, models that are missing.
set -uo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
export LC_ALL=C PATH=$build:$PATH
unset RASSEGNA_MODELS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

stages="extract tokenize tag stem score gloss select translate render"
conllu_stages="tag stem score gloss select translate render"
passed=0 failed=0

ok() { # NAME: it holds
	echo "ok $1"
	passed=$((passed + 1))
}

fail() { # NAME: it does not; show what came
	echo "FAIL $1"
	echo "  status $rc, stdout: $(head -c 300 out)"
	sed 's/^/  stderr: /' err | head -n 5
	failed=$((failed + 1))
}

try() { # COMMAND...: its output in out and err, its status in rc; a stage that hangs is a fault
	timeout 60 "$@" >out 2>err
	rc=$?
}

check() { # NAME TEST...
	local name=$1
	shift
	if "$@"; then ok "$name"; else fail "$name"; fi
}

says() { # STATUS TEXT: that status, and that text on stderr
	[ $rc -eq "$1" ] && grep -qF -- "$2" err
}

quiet() { # STATUS: that status and no output at all
	[ $rc -eq "$1" ] && [ ! -s out ] && [ ! -s err ]
}

word() { printf '%s\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n' "$1" "$2"; }

sentence() { # ID FORM
	printf '# sent_id = %s\n# text = %s\n# rank = 1\n' "$1" "$2"
	word 1 "$2"
	echo
}

input_of() { # STAGE: a good input for it
	case $1 in
	extract) echo "$work/good.txt" ;;
	tokenize) echo "$work/good.jsonl" ;;
	*) echo "$work/good.conllu" ;;
	esac
}

make_inputs() {
	local i
	printf 'Il ponte riapre a maggio.\n\nI lavori sono finiti, dice il sindaco.\n' >good.txt
	printf '{"id":"a","text":"Il ponte riapre a maggio."}\n' >good.jsonl
	sentence a-1 Ponte >good.conllu
	: >empty
	mkdir folder
	for ((i = 0; i < 5000; i++)); do
		printf '{"id":"a%d","text":"Il ponte riapre a maggio, dice il sindaco."}\n' $i
	done >long.jsonl
	for ((i = 0; i < 5000; i++)); do
		echo "# newdoc id = a$i"
		sentence a$i-1 Ponte
	done >long.conllu
}

long_input_of() {
	case $1 in
	extract | tokenize) echo "$work/long.jsonl" ;;
	*) echo "$work/long.conllu" ;;
	esac
}

# What holds for every stage, STAGE with a good input FILE.
check_operands() {
	local stage=$1 file=$2 trouble=2
	# extract leaves out what it cannot read and goes on: that is status 1
	[ "$stage" != extract ] || trouble=1
	try "rassegna-$stage" "$file"
	mv out first
	cp err out
	check "$stage: good input" quiet 0
	try "rassegna-$stage" - <"$file"
	if [ "$stage" = extract ]; then sed -i 's/"id":"[^"]*","source":"[^"]*"//' first out; fi
	check "$stage: - is stdin" cmp -s first out
	try "rassegna-$stage" <"$file"
	if [ "$stage" = extract ]; then sed -i 's/"id":"[^"]*","source":"[^"]*"//' out; fi
	check "$stage: no operand is stdin" cmp -s first out
	try "rassegna-$stage" folder
	if [ "$stage" = extract ]; then # it reads what is in it
		check "$stage: an empty folder" says 1 "rassegna-extract: no article found"
	else
		check "$stage: a directory" says 2 "rassegna-$stage: folder: Is a directory"
	fi
	try "rassegna-$stage" nobody
	check "$stage: a missing file" says $trouble "rassegna-$stage: nobody: No such file or directory"
	try "rassegna-$stage" <&-
	check "$stage: stdin closed" says $trouble "rassegna-$stage: <stdin>: Bad file descriptor"
}

check_options() {
	local stage=$1
	try "rassegna-$stage" --nonsense
	check "$stage: a bad option" says 2 "usage: rassegna-$stage"
	check "$stage: a bad option writes nothing" test ! -s out
	try "rassegna-$stage" --help
	check "$stage: --help" grep -q "^usage: rassegna-$stage" out
	check "$stage: --help is no error" test "$rc" -eq 0 -a ! -s err
	try "rassegna-$stage" --version
	check "$stage: --version" grep -Eq "^rassegna-$stage [0-9]+\.[0-9]+\.[0-9]+\$" out
}

check_output() {
	local stage=$1 file=$2
	timeout 60 "rassegna-$stage" "$file" >/dev/full 2>err
	rc=$?
	check "$stage: a full disk" says 2 "rassegna-$stage: <stdout>: No space left on device"
	timeout 60 "rassegna-$stage" "$(long_input_of "$stage")" >/dev/full 2>err
	rc=$?
	check "$stage: a full disk, early" says 2 "No space left on device"
	timeout 60 "rassegna-$stage" --help >/dev/full 2>err
	rc=$?
	check "$stage: --help on a full disk" says 2 "No space left on device"
	timeout 60 "rassegna-$stage" "$file" >&- 2>err
	rc=$?
	check "$stage: stdout closed" says 2 "Bad file descriptor"
}

# A reader that leaves is nobody's fault: dead by SIGPIPE, without a word.
check_early_reader() {
	local stage=$1
	(
		timeout 60 "rassegna-$stage" "$(long_input_of "$stage")" 2>err
		echo $? >status
	) | head -n 1 >out
	rc=$(cat status)
	: >out
	check "$stage: an early reader" quiet 141
	# where SIGPIPE is ignored (a service, a script's trap) it is the same
	(
		trap '' PIPE
		timeout 60 "rassegna-$stage" "$(long_input_of "$stage")" 2>err
		echo $? >status
	) | head -n 1 >out
	rc=$(cat status)
	: >out
	check "$stage: an early reader, SIGPIPE ignored" quiet 141
}

check_unbuffered() {
	local stage=$1 file=$2
	try "rassegna-$stage" "$file"
	mv out first
	try "rassegna-$stage" -u "$file"
	check "$stage: -u writes the same" cmp -s first out
}

check_models() {
	local stage=$1 file=$2
	case $stage in select | render) return ;; esac
	try "rassegna-$stage" --models /nonexistent "$file"
	check "$stage: no models" says 2 "rassegna-$stage: /nonexistent/"
	try env RASSEGNA_MODELS=/nonexistent "rassegna-$stage" "$file"
	check "$stage: no models in the environment" says 2 "/nonexistent/"
	try "rassegna-$stage" --models
	check "$stage: --models without a folder" says 2 "usage:"
	check_corrupt_models "$stage" "$file"
}

# Each table with one byte changed, or cut short, or empty: never used.
check_corrupt_models() {
	local stage=$1 file=$2 harm
	for harm in change cut empty; do
		rm -rf bent
		mkdir bent
		for table in "$build"/models/*.table; do
			case $harm in
			change)
				cp "$table" bent/
				printf '\1' | dd of="bent/$(basename "$table")" bs=1 seek=60 \
					conv=notrunc status=none
				;;
			cut) head -c 1000 "$table" >"bent/$(basename "$table")" ;;
			empty) : >"bent/$(basename "$table")" ;;
			esac
		done
		try "rassegna-$stage" --models bent "$file"
		check "$stage: corrupt models ($harm)" says 2 \
			".table: not a model of this version, or damaged"
	done
}

check_empty() {
	local stage=$1
	try "rassegna-$stage" empty
	case $stage in
	extract) check "$stage: empty input" says 1 "rassegna-extract: empty: no text found" ;;
	*) check "$stage: empty input" quiet 0 ;;
	esac
}

# A good sentence, then what is bad: the good one comes out, the bad line is named.
check_broken() {
	local stage=$1 name=$2 line=$3 message=$4
	{
		echo "# newdoc id = a"
		sentence a-1 Ponte
		cat
	} >bad.conllu
	try "rassegna-$stage" bad.conllu
	check "$stage: $name" says 1 "rassegna-$stage: bad.conllu:$line: $message"
	check "$stage: $name: the good sentence comes out" grep -q Ponte out
	check "$stage: $name: the bad one does not" test "$(grep -c Fiume out)" -eq 0
}

check_conllu() {
	local stage=$1
	printf '1\tFiume\t_\t_\t_\t_\t_\t_\t_\n\n' |
		check_broken "$stage" "9 columns" 7 "not ten filled columns"
	printf '1\tFiume\t_\t_\t_\t_\t_\t_\t_\t_\t_\n\n' |
		check_broken "$stage" "11 columns" 7 "not ten filled columns"
	{
		word 1 Fiume
		word 3 Po
		echo
	} | check_broken "$stage" "a bad id" 8 "ID is no number"
	word 1 Fiume | check_broken "$stage" "no final blank line" 7 "no words before, or no blank line"
	printf '# text = Fiume\n\n' | check_broken "$stage" "no words" 8 "no words before"
	{
		word 1 Fiume
		printf '# tardi\n\n'
	} | check_broken "$stage" "a comment too late" 8 "a comment after the words"
	printf '# text = Citt\340 del Fiume\n1\tFiume\t_\t_\t_\t_\t_\t_\t_\t_\n\n' |
		check_broken "$stage" "Latin-1" 7 "invalid UTF-8"
	printf '1\tFi\0ume\t_\t_\t_\t_\t_\t_\t_\t_\n\n' |
		check_broken "$stage" "a NUL byte" 7 "a NUL byte"
	try "rassegna-$stage" <bad.conllu
	check "$stage: stdin is named" says 1 "rassegna-$stage: <stdin>:7: a NUL byte"
	printf 'Questo \303\250 un testo.\n' >text
	try "rassegna-$stage" text
	check "$stage: a text instead of CoNLL-U" says 1 "rassegna-$stage: text:1: not ten filled columns"
	gzip -c good.conllu | head -c 40 >cut.gz
	try "rassegna-$stage" cut.gz
	check "$stage: a cut gzip file" says 1 "corrupt or truncated gzip data"
}

check_stage() {
	local stage=$1
	check_operands "$stage" "$(input_of "$stage")"
	check_options "$stage"
	check_output "$stage" "$(input_of "$stage")"
	check_early_reader "$stage"
	check_unbuffered "$stage" "$(input_of "$stage")"
	check_models "$stage" "$(input_of "$stage")"
	[ "$stage" = render ] || check_empty "$stage"
}

check_render_empty() {
	for format in text markdown jsonl tsv conllu; do
		try rassegna-render --to $format empty
		check "render: nothing as $format" quiet 0
	done
	try rassegna-render --to json empty
	check "render: nothing as json" test "$(cat out)" = "[]"
	try rassegna-render --to csv empty
	check "render: nothing as csv" test "$(cat out)" = "id,title,term,english,count,sentence"
	for format in tbx tmx; do
		try rassegna-render --to $format empty
		check "render: nothing as $format" python3 -c \
			'import xml.etree.ElementTree as t; t.parse("out")'
	done
}

check_extract() {
	printf 'La citt\340 \350 chiusa.\n' >latin.txt
	try rassegna-extract latin.txt
	check "extract: Latin-1 is converted" grep -q 'La città è chiusa\.' out
	printf 'La citta\0 chiusa.\n' >nul.txt
	try rassegna-extract nul.txt good.txt
	check "extract: a NUL byte is refused" says 1 "rassegna-extract: nul.txt: a NUL byte"
	check "extract: and the next file comes" grep -q '"id":"good"' out
	check "extract: what is left out is counted" says 1 "1 article left out"
	printf ' \n\t\n' >blank.txt
	try rassegna-extract blank.txt
	check "extract: blanks only" says 1 "blank.txt: no text found"
	echo '<html><body><nav>Home</nav></body></html>' >bare.html
	try rassegna-extract bare.html
	check "extract: a page without text" says 1 "bare.html: no text found"
	gzip -c good.txt | head -c 40 >cut.txt.gz
	try rassegna-extract cut.txt.gz
	check "extract: a cut gzip file" says 1 "cut.txt.gz: corrupt or truncated gzip data"
	# the name of a file is bytes; what is written is UTF-8, a record a line
	cp good.txt "$(printf 'citt\340.txt')"
	try rassegna-extract "$(printf 'citt\340.txt')"
	check "extract: a file name in Latin-1" test "$rc" -eq 0
	printf '\357\273\277{"id":"x","text":"Il ponte."}\n' >bom.jsonl
	try rassegna-extract bom.jsonl
	check "extract: JSON Lines with a byte-order mark" grep -q '^{"id":"x"' out
}

# Archives, lists, formats: what is wrong is named, and the good file beside it comes out.
check_extract_bad() { # NAME FILE MESSAGE
	try rassegna-extract "$2" good.txt
	check "extract: $1" says 1 "rassegna-extract: $3"
	check "extract: $1: the good file comes out" grep -q '"id":"good"' out
}

check_extract_containers() {
	local list
	head -c 200M /dev/zero >zeros
	gzip -c zeros >bomb.gz
	tar -czf bomb.tgz zeros good.txt
	zip -q bomb.zip zeros good.txt
	rm zeros
	check_extract_bad "a gzip bomb" bomb.gz "bomb.gz: larger than a document may be (64 MiB)"
	for list in bomb.tgz bomb.zip; do
		check_extract_bad "a bomb in $list" $list "$list/zeros: larger than a document may be"
		check "extract: what stands behind the bomb in $list" grep -q "\"$list/good.txt\"" out
	done
	gzip -c bomb.gz >twice.gz
	check_extract_bad "gzip in gzip" twice.gz "twice.gz: an archive nested deeper than is opened"
	tar -cPf out.tar --transform 's|^|/../../../../tmp/rassegna-|' good.txt
	try rassegna-extract out.tar
	check "extract: a member that would lead out" grep -q '"out.tar/tmp/rassegna-good.txt"' out
	check "extract: nothing is written of it" test ! -e /tmp/rassegna-good.txt
	head -c 600 out.tar >cut.tar
	check_extract_bad "a cut tar" cut.tar "cut.tar: damaged or encrypted archive"
	head -c 40 bomb.zip >cut.zip
	check_extract_bad "a cut zip" cut.zip "cut.zip: damaged or encrypted archive"
	printf 'WARC/1.0\r\nWARC-Type: response\r\n' >cut.warc
	check_extract_bad "a cut WARC" cut.warc "cut.warc#1: not a whole WARC record"
	ln -s . loop
	try rassegna-extract loop/good.txt .
	check "extract: a loop of links ends" test -s out
	for list in nobody folder; do
		try rassegna-extract --files-from $list
		check "extract: --files-from $list" says 2 "rassegna-extract: $list: "
	done
	try rassegna-extract --format pdf good.txt
	check "extract: a format that it does not know" says 2 "rassegna-extract: pdf: "
	try rassegna-extract --max-bytes 64X good.txt
	check "extract: a limit that is none" says 2 "rassegna-extract: 64X: "
	rm -f bomb.* twice.gz loop
}

# What tokenize writes must be read by the next stage, whatever stands in the record.
check_tokenize() {
	printf '{"text":"La citt\340"}\n' >latin.jsonl
	try rassegna-tokenize latin.jsonl
	check "tokenize: Latin-1" says 1 "rassegna-tokenize: latin.jsonl:1: invalid UTF-8"
	printf '{"id":"a","text":"Piove."}\n{"text":"a\0b"}\n' >nul.jsonl
	try rassegna-tokenize nul.jsonl
	check "tokenize: a NUL byte" says 1 "rassegna-tokenize: nul.jsonl:2: a NUL byte"
	check "tokenize: the good record comes out" grep -q Piove out
	echo '{"text":' >bad.jsonl
	try rassegna-tokenize bad.jsonl
	check "tokenize: broken JSON" says 1 "bad.jsonl:1: not a JSON object"
	echo '{"a\nb":"c","text":"Piove."}' >key.jsonl
	rassegna-tokenize key.jsonl | rassegna-tag >out 2>err
	rc=$?
	check "tokenize: a line break in a key keeps the stream whole" test "$rc" -eq 0
	printf '{"text":"\\u00a0"}\n{"text":"\\u00a0Piove."}\n' | rassegna-tokenize >out 2>err
	rc=$?
	check "tokenize: no form is white space" test "$(grep -cP '^[0-9]+\t(\xc2\xa0)+\t' out)" -eq 0
}

# Values that one stage writes are those that the next one reads.
check_streams() {
	printf '1\ta|b\t_\t_\t_\t_\t_\t_\t_\t_\n\n' >pipe.conllu
	try rassegna-stem pipe.conllu
	check "stem: a | in a form makes no second MISC entry" \
		test "$(cut -f 10 out | head -n 1 | tr -cd '|')" = ""
	rassegna-translate --via $'cat\n' good.conllu 2>err | rassegna-render >out 2>>err
	rc=$?
	check "translate: a command of two lines keeps the stream whole" test "$rc" -eq 0
}

check_via() {
	for command in cat 'exit 3'; do
		try rassegna-translate --via "$command" nobody
		check "translate --via '$command': a missing file" \
			grep -q 'nobody: No such file\|exited with status 3' err
		check "translate --via '$command': a missing file, status" test "$rc" -eq 2
	done
	printf '1\tx\n\n' >bad.conllu
	try rassegna-translate --via cat good.conllu bad.conllu
	check "translate --via: a bad file" says 1 "bad.conllu:1: not ten filled columns"
	check "translate --via: the good one comes out" grep -q 'text_en = Ponte' out
	try rassegna-translate --via cat empty
	check "translate --via: empty input" quiet 0
	timeout 60 rassegna-translate --via cat good.conllu >/dev/full 2>err
	rc=$?
	check "translate --via: a full disk" says 2 "No space left on device"
	(
		timeout 60 rassegna-translate --via cat long.conllu 2>err
		echo $? >status
	) | head -n 1 >/dev/null
	rc=$(cat status)
	: >out
	check "translate --via: an early reader" quiet 141
}

check_model() {
	try rassegna-model
	check "model: no operands" says 2 "usage: rassegna-model"
	try rassegna-model --show good.txt
	check "model: no model" says 2 "good.txt: not a model"
	try rassegna-model --show nobody
	check "model: a missing model" says 2 "nobody: No such file"
	try rassegna-model nobody x.table
	check "model: a missing source" says 2 "nobody: No such file"
	timeout 60 rassegna-model --show "$build/models/lexicon.table" >/dev/full 2>err
	rc=$?
	check "model: a full disk" says 2 "No space left on device"
}

# A copy of the programs in which rassegna-score is what stdin holds, or is missing.
fake_score() {
	rm -rf fake
	mkdir fake
	cp "$build"/rassegna "$build"/rassegna-* fake/
	ln -s "$build/models" fake/models
	rm fake/rassegna-score
	[ "$1" = missing ] && return
	cat >fake/rassegna-score
	chmod +x fake/rassegna-score
}

check_driver_stages() {
	fake_score present <<-'END'
		#!/bin/sh
		kill -9 $$
	END
	try fake/rassegna good.txt
	check "driver: a killed stage" says 2 "rassegna: rassegna-score: killed by signal 9"
	fake_score present <<-'END'
		#!/bin/sh
		exit 3
	END
	try fake/rassegna good.txt
	check "driver: a stage that fails" says 2 "rassegna: rassegna-score: exited with status 3"
	try fake/rassegna -o result good.txt
	check "driver: no result of a run that failed" test ! -e result
	fake_score present <<-'END'
		#!/bin/sh
		cat; exit 1
	END
	try fake/rassegna good.txt
	check "driver: a stage with bad input" says 1 "rassegna: rassegna-score: exited with status 1"
	fake_score present <<-'END'
		#!/bin/sh
		exit 0
	END
	try fake/rassegna long.jsonl
	check "driver: a stage that leaves early" test "$rc" -eq 2
	fake_score missing
	try fake/rassegna good.txt
	check "driver: a missing stage" says 2 "rassegna-score: No such file or directory"
	check "driver: a missing stage is named" says 2 "rassegna: rassegna-score: "
	try fake/rassegna score good.conllu
	check "driver: rassegna STAGE, missing" says 2 "rassegna-score: No such file or directory"
}

check_driver() {
	try rassegna good.txt nobody good.jsonl
	check "driver: one bad file" says 1 "nobody: No such file or directory"
	check "driver: the good ones come out" test "$(grep -c 'Senza titolo' out)" -eq 2
	timeout 60 rassegna good.txt >/dev/full 2>err
	rc=$?
	check "driver: a full disk" says 2 "No space left on device"
	timeout 60 rassegna --dry-run >/dev/full 2>err
	rc=$?
	check "driver: --dry-run on a full disk" says 2 "No space left on device"
	try rassegna -o /dev/full good.txt
	check "driver: -o on a full disk" says 2 "No space left on device"
	try rassegna -o folder good.txt
	check "driver: -o on a directory" says 2 "rassegna: folder: Is a directory"
	try rassegna -o nowhere/out good.txt
	check "driver: -o in no directory" says 2 "rassegna: nowhere/out: No such file or directory"
	try rassegna --nonsense
	check "driver: a bad option" says 2 "usage: rassegna "
	try rassegna --until nowhere
	check "driver: a bad stage" says 2 "nowhere: no such stage"
	try rassegna --models /nonexistent good.txt
	check "driver: no models" says 2 "/nonexistent/boilerplate.table: no such model"
	try rassegna empty
	check "driver: an empty file" says 1 "empty: no text found"
	try rassegna --to json empty
	check "driver: an empty file, no digest" test "$(cat out)" = "[]"
	try rassegna folder
	check "driver: an empty folder" says 1 "no article found"
}

# Descriptors 0 and 1 closed are those that the next pipe gets.
check_driver_closed() {
	rassegna good.txt >want 2>err
	timeout 60 rassegna good.txt <&- >out 2>err
	rc=$?
	check "driver: stdin closed" cmp -s want out
	timeout 60 rassegna -o result good.txt <&- >&- 2>err
	rc=$?
	check "driver: stdin and stdout closed, -o" cmp -s want result
	timeout 60 rassegna good.txt >&- 2>err
	rc=$?
	check "driver: stdout closed" test "$rc" -eq 2
}

# An article may vanish for one reason only: extract says that it found no text.
check_nothing_lost() {
	echo '{"id":"solo","blocks":[{"type":"heading","text":"Solo un titoletto"}]}' >heading.jsonl
	try rassegna --to jsonl heading.jsonl
	check "driver: an article of headings is not lost in silence" test -s out -o -s err
}

check_driver_early_reader() {
	(
		timeout 100 rassegna "$root"/corpus/*.[thg]* "$work/long.jsonl" 2>err
		echo $? >status
	) | head -n 1 >/dev/null
	rc=$(cat status)
	: >out
	check "driver: an early reader" quiet 141
}

make_inputs
for stage in $stages; do
	check_stage "$stage"
done
for stage in $conllu_stages; do
	check_conllu "$stage"
done
check_render_empty
check_extract
check_extract_containers
check_tokenize
check_streams
check_via
check_model
check_driver_stages
check_driver
check_driver_closed
check_nothing_lost
check_driver_early_reader
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
