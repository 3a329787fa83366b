. "$GOLDEN/tiny-models"
rassegna-render --to json digests.conllu
