. "$GOLDEN/tiny-models"
rassegna --via 'tr a-z A-Z' -n 1 ponte.txt
