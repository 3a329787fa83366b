. "$GOLDEN/tiny-models"
rassegna-stem foreign.conllu
