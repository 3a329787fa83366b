. "$GOLDEN/tiny-models"
rassegna-select scored.conllu
