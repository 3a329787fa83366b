#!/bin/bash
# Do the manual pages and the completion say what the programs do?
#
# needs: scdoc, mandoc; a build
# usage: tests/docs.sh BUILD_DIR
# prints: a line for each check, "ok NAME" or "FAIL NAME: why"; status 1 if one failed.
set -euo pipefail

top=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:?usage: tests/docs.sh BUILD_DIR}" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset RASSEGNA_MODELS
[[ -x $build/rassegna ]] || { echo "$build: no build of rassegna" >&2; exit 2; }
# shellcheck source=tests/report.sh
. "$top/tests/report.sh"

differences() # FILE_A FILE_B NAME_A NAME_B: the lines that only one has
{
	sort -u -o "$1" "$1"
	sort -u -o "$2" "$2"
	comm -23 "$1" "$2" | sed "s/^/only in $3: /"
	comm -13 "$1" "$2" | sed "s/^/only in $4: /"
}

programs()
{
	find "$build" -maxdepth 1 -type f -perm -u+x \( -name rassegna -o -name 'rassegna-*' \) \
		-printf '%f\n' | sort
}

# ---- options: "-n, --sentences N" of each line of --help, and of the page

help_options() # PROGRAM
{
	"$build/$1" --help | sed -n 's/^ \+\(-.*\)/\1/p' | sed 's/  .*//'
}

page_options() # PROGRAM
{
	local page=$top/man/$1.1.scd

	[[ ! -e $page ]] ||
		sed -n '/^# OPTIONS/,/^# [^O]/ { /^\*-/ { s/[*_]//g; p } }' "$page"
}

names() # the options alone
{
	grep -oE -- '(^| )--?[[:alnum:]][[:alnum:]-]*' | tr -d ' '
}

completed() # WORD...: what completion offers for the last word
{
	bash -c 'source "$0"; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _rassegna
		printf "%s\n" "${COMPREPLY[@]}"' "$top/completions/rassegna" "$@" 2>/dev/null
}

check_completion() # WORD...: of this command line, against $tmp/names
{
	completed "$@" - >"$tmp/offered"
	report "completion $* -" "$(differences "$tmp/names" "$tmp/offered" --help completion)"
	completed "$@" -- >"$tmp/offered"
	grep '^--' "$tmp/names" >"$tmp/long"
	report "completion $* --" "$(differences "$tmp/long" "$tmp/offered" --help completion)"
}

check_options() # PROGRAM
{
	help_options "$1" >"$tmp/help"
	names <"$tmp/help" >"$tmp/names"
	page_options "$1" >"$tmp/page"
	report "options $1" "$(differences "$tmp/help" "$tmp/page" --help page)"
	check_completion "$1"
	[[ $1 != rassegna-* || $1 == rassegna-model ]] || check_completion rassegna "${1#*-}"
}

# ---- values: those that --help lists, and the stages

help_values() # PROGRAM OPTION: "text (default), markdown, json or conllu; ..." as lines
{
	# a line that begins with many blanks goes on from the one before
	"$build/$1" --help | sed -E ':a; N; s/\n {12,}/ /; $!ba' | sed -n "s/^ *$2 [A-Z]*  *//p" |
		sed 's/ (default)//; s/[:;].*//; s/,/ /g; s/ or / /' | xargs -n 1
}

stages()
{
	programs | sed -n 's/^rassegna-//p' | grep -vxE 'model|batch|search|merge'
}

check_values() # PROGRAM OPTION, against $tmp/values
{
	completed "$1" "$2" '' >"$tmp/offered"
	completed "$1" "$2" = '' >>"$tmp/offered"
	report "values $1 $2" "$(differences "$tmp/values" "$tmp/offered" program completion)"
}

# ---- pages

# scdoc puts a paragraph (.P) behind every heading and every indented block, and mandoc passes over
# it with a warning; no source can avoid that. Remarks of level style are below what is asked.
lint() # PAGE
{
	mandoc -T lint -W warning "$tmp/$1" 2>&1 |
		sed '/WARNING: skipping paragraph macro: PP/d; s/^mandoc: [^:]*://' || :
}

check_page() # PAGE, without .scd
{
	local why

	why=$(scdoc <"$top/man/$1.scd" 2>&1 >"$tmp/$1") && why=$(lint "$1")
	report "page $1" "$why"
}

missing_sections() # PAGE SECTION...
{
	local section

	for section in "${@:2}"; do
		grep -qx "# $section" "$top/man/$1.scd" || echo "no $section"
	done
}

check_program_page() # PAGE, of section 1
{
	report "program ${1%.1}" "$([[ -x $build/${1%.1} ]] || echo 'not in the build')"
	report "sections $1" "$(missing_sections "$1" NAME SYNOPSIS DESCRIPTION OPTIONS \
		'EXIT STATUS' EXAMPLES 'SEE ALSO')"
}

# ---- examples: the lines that begin with $, as the page shows them

# Each with the status that the paragraph before says it ends with: "status 1"; else 0.
examples() # PAGE
{
	mandoc -T utf8 -O width=1000 "$tmp/$1" | awk '
		sub(/^ +\$ /, "") { print status, $0; next }
		NF > 0 { status = match($0, /ends with status [0-9]+/) ? substr($0, RSTART + 17, 1) : 0 }'
}

check_examples() # PAGE, in a copy of the project, since some write files
{
	local status command got top_copy=$tmp/top-$1

	mkdir "$top_copy"
	cp -R "$top/corpus" "$top/models" "$top_copy"
	examples "$1" >"$tmp/examples"
	[[ -s $tmp/examples ]] || report "examples $1" 'none found'
	while read -r status command <&3; do
		got=0
		(cd "$top_copy" && PATH=$build:$PATH timeout 60 bash -o pipefail -c "$command") \
			</dev/null >"$tmp/out" 2>"$tmp/err" || got=$?
		report "example $1: $command" "$([[ $got == "$status" ]] ||
			echo "status $got instead of $status: $(head -n 3 "$tmp/err")")"
	done 3<"$tmp/examples"
}

report completion "$(bash -c 'source "$0"' "$top/completions/rassegna" 2>&1)"
for program in $(programs); do
	check_options "$program"
done
for program in rassegna rassegna-render rassegna-batch; do
	for option in --to --lang; do
		help_values "$program" "$option" >"$tmp/values"
		check_values "$program" "$option"
	done
done
for option in --lang --format; do
	help_values rassegna-search "$option" >"$tmp/values"
	check_values rassegna-search "$option"
done
for option in --progress --log-format --format; do
	help_values rassegna-batch "$option" >"$tmp/values"
	check_values rassegna-batch "$option"
done
stages >"$tmp/values"
check_values rassegna --until
for page in "$top"/man/*.scd; do
	page=$(basename "$page" .scd)
	check_page "$page"
	[[ $page == *.5 ]] || check_program_page "$page"
	check_examples "$page"
done
exit "$failed"
