. "$GOLDEN/tiny-models"
rassegna-tag foreign.conllu
