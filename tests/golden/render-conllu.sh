. "$GOLDEN/tiny-models"
rassegna-render --to conllu digests.conllu
