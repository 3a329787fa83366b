# sentences that are hardly any: no word, only marks, one word, no tags, 200 words
. "$GOLDEN/tiny-models"
words() {
	local i=0 word
	for word; do
		i=$((i + 1))
		printf '%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n' $i "$word"
	done
	echo
}
english() {
	rassegna-translate --explain | grep -E '^# (text_en|phrase|untr)'
}
printf '# text = \n\n' | rassegna-translate || echo $? # no CoNLL-U
words . | english
words '«' '»' '(' ')' '...' '?!' '—' | english
words '"' '"' '"' | english
words il | english
words Il ponte verde riapre | english
printf '1-2\tdella\t_\t_\t_\t_\t_\t_\t_\t_\n' >range.conllu
words di la cava >>range.conllu
english <range.conllu
{ printf '0.1\tponte\t_\t_\t_\t_\t_\t_\t_\t_\n' && words il; } | english # an empty node
words '<3s>' '|' '\' '# text' 'il ponte' | english
words $(for i in $(seq 20); do echo il ponte verde riapre a maggio , 3,5 milioni di; done) >long.conllu
rassegna-translate long.conllu | grep '^# text_en' | fold -s
words $(seq 200) | rassegna-translate | grep -c '^# text_en = 1 2 3 .* 199 200$'
