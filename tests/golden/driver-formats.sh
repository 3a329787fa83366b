# two articles in each format
. "$GOLDEN/tiny-models"
mv ponte.html voce.html
for f in text markdown json jsonl tsv csv tbx; do
	echo "== $f"
	rassegna --to $f -n 1 -t 2 ponte.txt voce.html
done
