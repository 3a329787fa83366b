# the ranks that are kept of the first document; 5 sentences of 8, 2, 6, 4 and 3 words
. "$GOLDEN/tiny-models"
kept() {
	echo "$*: $(rassegna-select "$@" scored.conllu | sed '/id = b/,$d' | sed -n 's/^# rank = //p' | sort | tr '\n' ' ')"
}
kept -n 1
kept -n 4
kept -n 99
kept -w 1
kept -w 10
kept -w 11
kept -w 999
kept -r 0.5
kept -r 1
kept -n 2 -w 99
kept -n 3 -w 13
kept -n 2 -w 99 -r 0.4
