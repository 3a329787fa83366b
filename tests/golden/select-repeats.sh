# what is said is not said again
. "$GOLDEN/tiny-models"
sentence() {
	printf '# sent_id = x-%d\n# text = %s\n# rank = %d\n' "$1" "$2" "$1"
	i=0
	for word in $2; do
		i=$((i + 1))
		printf '%d\t%s\t_\t_\t_\t_\t_\t_\t_\tStem=%s\n' $i "$word" "$word"
	done
	echo
}
{
	sentence 1 'ponte riapre maggio lavori'
	sentence 2 'maggio lavori ponte riapre sindaco'
	sentence 3 'fiume scuola campo neve'
} >twice.conllu
rassegna-select --models models -n 2 twice.conllu | grep '^# text'
rassegna-select --models models -n 2 --plain twice.conllu | grep '^# text'
