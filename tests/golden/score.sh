# a title and a heading get no rank
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-stem | rassegna-score | grep -E '^# (block|text|score|rank)'
