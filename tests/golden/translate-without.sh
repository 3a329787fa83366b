# what each part is worth; names that are no part
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag >ponte.conllu
word() { printf '%s\t%s\t%s\t%s\t_\t%s\t_\t_\t_\t_\n' "$@"; }
{
	word 1 Riapre riaprire VERB 'Number=Sing|Person=3|VerbForm=Fin'
	word 2 ponte ponte NOUN Number=Sing
	word 3 verde verde ADJ _
	word 4 molto molto ADV _
	word 5 aperto aperto ADJ _
	echo
} >>ponte.conllu
rassegna-translate ponte.conllu | grep '^# text_en' >all
for part in lexicon rules expressions walls subjects order reordering classes; do
	echo "== $part"
	rassegna-translate --without $part ponte.conllu | grep '^# text_en' | diff all -
done
echo "== lexicon and rules"
rassegna-translate --without lexicon --without rules ponte.conllu | grep '^# text_en' | diff all -
for part in names Lexicon '' lex; do
	rassegna-translate --without "$part" ponte.conllu || echo $?
done
