. "$GOLDEN/tiny-models"
rassegna-render --to tsv digests.conllu
