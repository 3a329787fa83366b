. "$GOLDEN/tiny-models"
rassegna --dry-run
rassegna --dry-run -n 2 -w 50 -r 0.5 -t 3 --to json ponte.txt -- -x.txt
rassegna --dry-run --lang it --models "a b" "l'ora.txt"
rassegna --dry-run --until stem --via "tr 'a' b" -o 'out put' ponte.txt
rassegna --dry-run --until gloss ''
rassegna --dry-run --trim --until select ponte.txt
