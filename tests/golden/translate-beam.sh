# any beam gives a whole translation; no beam is none
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag >ponte.conllu
for n in 1 2 10 1000; do
	echo "== $n"
	rassegna-translate --beam $n ponte.conllu | grep '^# text_en'
done
# a beam takes no memory for what is not there
printf '1\tponte\t_\t_\t_\t_\t_\t_\t_\t_\n\n' | rassegna-translate --beam 999999999 | grep '^# text_en'
for n in 0 -1 x 1x '' 1000000000 99999999999999999999; do
	rassegna-translate --beam "$n" ponte.conllu || echo $?
done
