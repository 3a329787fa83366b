# every method ranks every sentence that may be chosen, once
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-stem >stemmed.conllu
for method in cover leadcov lead textrank lexrank sumbasic; do
	echo "$method: $(rassegna-score --method $method stemmed.conllu | sed -n 's/^# rank = //p' | tr '\n' ' ')"
done
rassegna-score --method magic stemmed.conllu || echo "status $?"
