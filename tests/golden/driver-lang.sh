# --lang it makes no English at all
. "$GOLDEN/tiny-models"
for l in en it both; do
	echo "== $l"
	rassegna --lang $l -n 1 -t 1 ponte.txt
done
