. "$GOLDEN/tiny-models"
rassegna-render --to markdown digests.conllu
