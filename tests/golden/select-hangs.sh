# a sentence that points back gives way, unless the one before it is chosen; so does half a quotation
. "$GOLDEN/tiny-models"
stream() {
	n=0
	while IFS='|' read -r rank text; do
		n=$((n + 1))
		printf '# sent_id = x-%d\n# text = %s\n# rank = %d\n' $n "$text" "$rank"
		set -- $text
		i=0
		for word; do
			i=$((i + 1))
			printf '%d\t%s\t_\t_\t_\t_\t_\t_\t_\tStem=%s%d\n' $i "$word" "$word" $n
		done
		echo
	done
}
kept() {
	echo "$*: $(rassegna-select --models models "$@" stream.conllu | sed -n 's/^# sent_id = x-//p' | tr '\n' ' ')"
}
stream >stream.conllu <<-'END'
	4|Il ponte riapre a maggio .
	1|Questa svolta piace a tutti .
	2|Questa notte il ponte resta chiuso .
	5|Nel frattempo si passa dal guado .
	3|« Non ci credo ancora .
	6|Il sindaco ringrazia gli operai .
END
kept -n 1
kept -n 2
kept -n 3
kept -n 4
kept -n 5
kept -n 9
kept -n 2 --plain
kept -c 40
kept -c 75
