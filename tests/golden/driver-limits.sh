. "$GOLDEN/tiny-models"
for o in '-n 2' '-w 15' '-r 0.3' '-n 1 -w 99 -r 0.9' '-t 1'; do
	echo "== $o"
	rassegna $o --lang it ponte.txt
done
