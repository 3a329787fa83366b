. "$GOLDEN/tiny-models"
rassegna ponte.txt
