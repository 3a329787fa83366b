#!/usr/bin/env bash
# run.sh [BUILD_DIR] - run tests/golden/NAME.sh and compare what comes out with NAME.out, NAME.err
# and NAME.rc (absent: empty, 0). UPDATE=1 writes them anew: read the diff, it records a bug too.
#
# A script runs in an empty folder of its own, with the programs first on PATH and these set:
# CORPUS, the sample articles; GOLDEN, the folder of the scripts. Paths of this machine in its
# output become BUILD, CORPUS, GOLDEN and TMP.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
export LC_ALL=C CORPUS=$root/corpus GOLDEN=$root/tests/golden PATH=$build:$build/training:$PATH
unset RASSEGNA_MODELS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

hide_paths() {
	sed -e "s|$work/run|TMP|g" -e "s|$build|BUILD|g" -e "s|$CORPUS|CORPUS|g" \
		-e "s|$GOLDEN|GOLDEN|g" "$1"
}

run() {
	rm -rf "$work/run"
	mkdir "$work/run"
	rc=0
	(cd "$work/run" && exec bash "$GOLDEN/$1.sh") >"$work/raw.out" 2>"$work/raw.err" \
		</dev/null || rc=$?
	hide_paths "$work/raw.out" >"$work/out"
	hide_paths "$work/raw.err" >"$work/err"
	if [ $rc -eq 0 ]; then : >"$work/rc"; else echo $rc >"$work/rc"; fi
}

update() {
	local part
	for part in out err rc; do
		if [ -s "$work/$part" ]; then
			cp "$work/$part" "$GOLDEN/$1.$part"
		else
			rm -f "$GOLDEN/$1.$part"
		fi
	done
}

compare() {
	local part want same=0
	for part in out err rc; do
		want=$GOLDEN/$1.$part
		[ -e "$want" ] || want=/dev/null
		diff -u --label "$1.$part" --label got "$want" "$work/$part" || same=1
	done
	return $same
}

for script in "$GOLDEN"/*.sh; do
	name=$(basename "$script" .sh)
	run "$name"
	[ -z "${UPDATE:-}" ] || update "$name"
	if compare "$name"; then
		echo "ok $name"
		passed=$((passed + 1))
	else
		echo "FAIL $name"
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
