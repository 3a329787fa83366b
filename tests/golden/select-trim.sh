# a sentence that only hangs by its connective is chosen without it; nothing else is touched
. "$GOLDEN/tiny-models"
select_() { rassegna-select --models models "$@"; }
select_ -n 2 trim.conllu | grep '^# text'
select_ -n 2 --trim trim.conllu | sed -n '/a-3/,$p'
select_ -n 2 --trim trim.conllu >once
select_ -n 2 --trim once | cmp - once
# beside the sentence before it there is nothing to trim
select_ -n 3 --trim trim.conllu | grep -E '^# (text|trimmed)'
# also where the others are kept
select_ -n 2 --trim --all trim.conllu | grep -E '^# (chosen|trimmed)'
# what comes after sees what is left
rassegna-translate --via 'tr a-z A-Z' once | rassegna-render --to jsonl
select_ --trim --plain trim.conllu || echo "status $?"
