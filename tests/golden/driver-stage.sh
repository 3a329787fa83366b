# rassegna STAGE is rassegna-STAGE
. "$GOLDEN/tiny-models"
for s in tag stem score gloss select translate render; do
	rassegna $s foreign.conllu | cmp - <(rassegna-$s foreign.conllu)
done
rassegna extract ponte.txt | rassegna tokenize | rassegna select | wc -l
rassegna stem --nonsense
