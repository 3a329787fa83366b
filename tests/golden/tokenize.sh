. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize
