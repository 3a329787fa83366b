. "$GOLDEN/tiny-models"
rassegna-translate --via 'sed p' scored.conllu >/dev/null
