. "$GOLDEN/tiny-models"
rassegna-render --to text digests.conllu
