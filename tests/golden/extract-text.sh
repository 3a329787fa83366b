# a title, a heading, two paragraphs
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt
