# old scores and ranks are replaced, not doubled
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-stem | rassegna-score >a
rassegna-score a | cmp - a
rassegna-score scored.conllu | grep -c '^# score'
