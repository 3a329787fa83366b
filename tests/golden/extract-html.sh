. "$GOLDEN/tiny-models"
rassegna-extract ponte.html
