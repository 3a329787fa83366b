. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag | rassegna-stem | rassegna-score | rassegna-gloss -t 3 | grep -E '^# term|Gloss='
