. "$GOLDEN/tiny-models"
rassegna --to conllu -n 1 -t 1 ponte.txt | grep '^#'
