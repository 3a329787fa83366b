#!/usr/bin/env bash
# properties.sh [BUILD_DIR] - what must hold whatever the models say: no byte of the text is lost,
# every stage leaves alone what is not its own, and the same input gives the same output.
# Real texts beside the project (../shared/data) are used where they are; see "skip:".
set -uo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
data=$root/../shared/data
export LC_ALL=C.UTF-8 PATH=$build:$PATH PYTHONDONTWRITEBYTECODE=1
unset RASSEGNA_MODELS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

articles=("$root"/corpus/*.txt "$root"/corpus/*.html "$root"/corpus/*.gz)
passed=0 failed=0

check() { # NAME COMMAND...: ok if it ends with 0; what it says is shown if not
	local name=$1
	shift
	if "$@" >said 2>&1; then
		echo "ok $name"
		passed=$((passed + 1))
	else
		echo "FAIL $name"
		head -n 12 said | sed 's/^/  /'
		failed=$((failed + 1))
	fi
}

property() { python3 "$root/tests/properties.py" "$@"; }

# The chain up to a stage, each stage's stream kept in STAGE.conllu.
run_chain() {
	rassegna-extract "${articles[@]}" >extract.jsonl
	rassegna-tokenize extract.jsonl >tokenize.conllu
	rassegna-tag tokenize.conllu >tag.conllu
	rassegna-stem tag.conllu >stem.conllu
	rassegna-score stem.conllu >score.conllu
	rassegna-gloss score.conllu >gloss.conllu
	rassegna-select gloss.conllu >select.conllu
	rassegna-translate select.conllu >translate.conllu
}

check_lossless() { # NAME JSONL
	rassegna-tokenize "$2" >tokens.conllu
	check "lossless: $1" property lossless "$2" tokens.conllu
	check "conllu: $1" property conllu tokens.conllu
}

lossless_on_generated() {
	local seed
	for seed in 1 2 3; do
		property generate $seed >generated.jsonl
		# through extract, which makes blocks of them
		rassegna-extract generated.jsonl >blocks.jsonl
		check "generated: none is left out ($seed)" \
			test "$(wc -l <generated.jsonl)" = "$(wc -l <blocks.jsonl)"
		check_lossless "generated texts ($seed)" blocks.jsonl
	done
}

# A mark that comes to stand behind its letter only once what stood between is dropped.
check_nfc() {
	printf '{"text":"Perche\\u200b\\u0301 no."}\n' | rassegna-extract >nfc.jsonl
	check "extract writes NFC" grep -q 'Perché no' nfc.jsonl
	check_lossless "a mark behind a zero-width space" nfc.jsonl
}

lossless_on_data() {
	if [ -d "$data" ]; then
		zcat "$data/italian/dice.jsonl.gz" 2>/dev/null | head -n 500 |
			rassegna-extract >blocks.jsonl
		check_lossless "news (dice)" blocks.jsonl
		for file in "$data"/ud/*.conllu.gz; do
			zcat "$file" | property ud-text | rassegna-extract >blocks.jsonl
			check_lossless "$(basename "$file" .conllu.gz)" blocks.jsonl
		done
	else
		echo "skip: real texts: no ../shared/data beside the project"
	fi
}

# What a stage may write; all else stays as it is and in its order.
check_untouched() { # INPUT
	local input=$1
	check "untouched by tag: $input" property untouched "$input" \
		<(rassegna-tag "$input") --columns UPOS,LEMMA,FEATS --misc Name
	check "untouched by stem: $input" property untouched "$input" \
		<(rassegna-stem "$input") --misc Stem
	check "untouched by score: $input" property untouched "$input" \
		<(rassegna-score "$input") --comments score,rank
	check "untouched by gloss: $input" property untouched "$input" \
		<(rassegna-gloss "$input") --misc Gloss --comments term
	check "untouched by translate: $input" property untouched "$input" \
		<(rassegna-translate "$input") --comments text_en,meta::translator,untranslated
	check "untouched by translate --via: $input" property untouched "$input" \
		<(rassegna-translate --via cat "$input") --comments text_en,meta::translator
	check "untouched by render --to conllu: $input" \
		cmp "$input" <(rassegna-render --to conllu "$input")
	rassegna-score "$input" >scored.conllu
	check "untouched by select: $input" property untouched-select scored.conllu \
		<(rassegna-select -n 1000 scored.conllu)
}

# A stage run again on its own output has nothing to add.
check_idempotent() {
	local stage
	for stage in tag stem score gloss translate; do
		rassegna-$stage gloss.conllu >once.conllu
		rassegna-$stage once.conllu >twice.conllu
		check "idempotent: $stage" cmp once.conllu twice.conllu
	done
	rassegna-select gloss.conllu >once.conllu
	rassegna-select once.conllu >twice.conllu
	check "idempotent: select" cmp once.conllu twice.conllu
}

check_scores() {
	check "scores and ranks" property scores score.conllu
	local limit
	for limit in '-n 1' '-n 4' '-w 1' '-w 60' '-w 150' '-r 0.1' '-r 0.5' '-n 3 -w 60' \
		'-n 2 -r 0.2' '-n 5 -w 100 -r 0.3'; do
		# shellcheck disable=SC2086 # they are several words
		check "limits: $limit" property limits score.conllu \
			<(rassegna-select $limit score.conllu) $limit
	done
}

# sent_id is unique in a stream, even of files that differ in their ending or folder only.
check_ids() {
	mkdir -p ids/b
	cp "$root/corpus/furto-strumenti.txt" ids/a.txt
	gzip -c ids/a.txt >ids/a.txt.gz
	cp ids/a.txt ids/b/a.txt
	check "sent_id: the corpus" property unique gloss.conllu
	(cd ids && rassegna --until tokenize a.txt b/a.txt) >ids.conllu
	check "sent_id: one name in two folders" property unique ids.conllu
	(cd ids && rassegna --until tokenize a.txt a.txt.gz) >ids.conllu
	check "sent_id: one name, two endings" property unique ids.conllu
	rassegna-tokenize ids/a.txt ids/b/a.txt >ids.conllu
	check "sent_id: two plain texts" property unique ids.conllu
	printf '{"text":"Piove."}\n' >one.jsonl
	rassegna-tokenize one.jsonl one.jsonl >ids.conllu
	check "sent_id: two files of records without an id" property unique ids.conllu
}

# File, stdin, gzip, gzip of two members, and with or without -u: one digest.
check_same_digest() {
	local article
	for article in furto-strumenti.txt legge-borghi.txt posidonia-studio.html ciclismo-tappa.txt; do
		local file=$root/corpus/$article
		rassegna "$file" >want
		gzip -c "$file" >one.gz
		{
			head -c 700 "$file" | gzip -c
			tail -c +701 "$file" | gzip -c
		} >two.gz
		check "same digest from stdin: $article" cmp want <(rassegna <"$file")
		check "same digest from a pipe: $article" cmp want <(cat "$file" | rassegna -)
		check "same digest from gzip: $article" cmp want <(rassegna one.gz)
		check "same digest from two members: $article" cmp want <(rassegna two.gz)
		check "same digest from gzip on stdin: $article" cmp want <(rassegna <two.gz)
	done
}

check_same_twice() {
	rassegna --to json "${articles[@]}" >once
	check "the same on two runs" cmp once <(rassegna --to json "${articles[@]}")
	check "the same in another locale" cmp once \
		<(LC_ALL=it_IT.UTF-8 LANG=tr_TR.UTF-8 rassegna --to json "${articles[@]}")
	for article in "${articles[@]}"; do
		rassegna --to jsonl "$article"
	done >apart
	check "the same in one run or in twelve" cmp apart \
		<(rassegna --to jsonl "${articles[@]}")
}

# What other programs read: well-formed, and the same terms and sentences in each.
check_formats() {
	for format in json tsv csv tbx tmx; do
		rassegna-render --to $format translate.conllu >report.$format
	done
	check "formats: the same glossary" property glossaries report
	check "formats: the sentences and their English" property pairs report.tmx translate.conllu
}

# What --dry-run prints, pasted into a shell, gives the bytes of the run.
check_dry_run() {
	cp "$root/corpus/agenzia-sciopero.txt" "l'ora \$x.txt"
	ln -s "$build/models" "i modelli"
	local options
	# one set of options a line, its words parted by ;
	while IFS= read -r options; do
		IFS=';' read -ra words <<<"$options"
		rassegna "${words[@]}" "l'ora \$x.txt" >want 2>want.err
		rassegna --dry-run "${words[@]}" "l'ora \$x.txt" >line
		check "dry run: $options" cmp want <(bash line 2>/dev/null)
	done <<-'END'
		--to;text
		-n;2;--to;json
		-w;40;-t;3;--lang;en
		--lang;it
		-r;0.2;--to;markdown;--lang;both
		--until;stem
		--until;translate;--lang;it
		--via;tr 'a-z' A-Z | sed "s/ /_/g"
		--via;sed 's/\$/ !/;s/"//g'
		--models;i modelli;--to;conllu
		--to;jsonl;-n;1;-n;2
	END
	rassegna -o 'a b.txt' -n 1 "l'ora \$x.txt"
	mv 'a b.txt' want
	rassegna --dry-run -o 'a b.txt' -n 1 "l'ora \$x.txt" >line
	check "dry run: -o" bash line
	check "dry run: -o writes the same" cmp want 'a b.txt'
}

megabytes() { # STAGE: what it may take; the phrase table is mapped, and shared by all who read it
	case $1 in translate) echo 300 ;; *) echo 64 ;; esac
}

# Memory: of the largest document, not of the stream; and no option may ask for more.
check_memory() {
	# not grep -q: it leaves early, nm dies of it, and pipefail tells
	if nm "$build/rassegna-tag" 2>/dev/null | grep __asan_init >/dev/null; then
		echo "skip: memory: a build with sanitizers"
		return
	fi
	local stage input
	for stage in extract tokenize tag stem score gloss select translate render; do
		case $stage in
		extract) input=$root/corpus/legge-borghi.txt ;;
		tokenize) input=extract.jsonl ;;
		*) input=gloss.conllu ;;
		esac
		check "memory is bounded: $stage" property memory "$(megabytes "$stage")" \
			"rassegna-$stage" "$input"
	done
	for _ in $(seq 60); do cat extract.jsonl; done >many.jsonl
	rassegna-tokenize many.jsonl | rassegna-tag >many.conllu
	for stage in tag stem score gloss select translate render; do
		check "the same of 720 articles: $stage" property memory "$(megabytes "$stage")" \
			"rassegna-$stage" many.conllu
	done
	check "at most 64 MB: gloss -t 99999999" \
		property memory 64 rassegna-gloss -t 99999999 gloss.conllu
}

# One line of 1 GB, however it comes: it is named, costs what a document may have, and no more.
check_gigabyte() {
	if nm "$build/rassegna-tag" 2>/dev/null | grep __asan_init >/dev/null; then
		echo "skip: 1 GB of one line: a build with sanitizers"
		return
	fi
	head -c 1G /dev/zero | tr '\0' a >line
	gzip -1 -c line >line.gz
	tar -cf line.tar line
	zip -q line.zip line
	{
		printf '{"text":"'
		cat line
		printf '"}\n'
	} >line.jsonl
	property http-bomb line.gz >line.warc
	local file
	for file in line line.gz line.tar line.zip line.jsonl line.warc; do
		check "1 GB of one line: $file" property refused 96 rassegna-extract $file
		check "1 GB of one line: $file through a pipe" property refused 96 \
			rassegna-extract < <(cat $file)
	done
	rm -f line line.*
}

# Long input of one kind must not take the time of its square.
check_time() {
	local name
	for name in dotted plus quotes words sentences; do
		property awkward $name 100000 >awkward.txt
		check "100 kB of $name in 15 s" timeout 15 rassegna-tokenize awkward.txt
	done
}

run_chain
check_lossless "the corpus" extract.jsonl
lossless_on_generated
check_nfc
lossless_on_data
property foreign >foreign.conllu
check_untouched foreign.conllu
check_untouched gloss.conllu
check_idempotent
check_scores
check_ids
check_same_digest
check_same_twice
check_formats
check_dry_run
check_memory
check_gigabyte
check_time
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
