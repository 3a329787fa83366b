# the phrases in the order of the English; without --explain they go
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag >ponte.conllu
rassegna-translate --explain ponte.conllu >explained
grep -E '^# (text|phrase|untr)' explained
rassegna-translate --explain explained | cmp - explained
! rassegna-translate explained | grep '^# phrase'
