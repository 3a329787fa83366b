. "$GOLDEN/tiny-models"
for s in extract tokenize tag stem score gloss select translate render; do
	rassegna --until $s ponte.txt >$s.out
done
wc -l -- *.out | sed 's/^ *//'
rassegna --until select -n 1 ponte.txt
