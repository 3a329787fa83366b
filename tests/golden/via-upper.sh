. "$GOLDEN/tiny-models"
rassegna-translate --via 'tr a-z A-Z' scored.conllu | grep -E '^# (newdoc|meta|text)'
