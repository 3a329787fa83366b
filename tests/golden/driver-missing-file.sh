# the good ones come; status 1
. "$GOLDEN/tiny-models"
rassegna --lang it -n 1 -t 1 nessuno.txt ponte.txt
