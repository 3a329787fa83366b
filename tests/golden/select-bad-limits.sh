. "$GOLDEN/tiny-models"
for o in '-n 0' '-n -1' '-n x' '-n 1x' '-w 0' '-w 1000000000' '-r 0' '-r 1.1' '-r nan' '-r x' '-r 0.5x'; do
	rassegna-select $o scored.conllu || echo "$o: status $?"
done
