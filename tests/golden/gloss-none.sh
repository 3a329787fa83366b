# -t 0: words only
. "$GOLDEN/tiny-models"
rassegna-tag foreign.conllu | rassegna-gloss -t 0
