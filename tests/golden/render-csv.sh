. "$GOLDEN/tiny-models"
rassegna-render --to csv digests.conllu
