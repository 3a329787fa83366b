. "$GOLDEN/tiny-models"
for f in text markdown jsonl; do
	rassegna-render --to $f --lang it digests.conllu
done
