. "$GOLDEN/tiny-models"
rassegna-translate --via 'kill -9 $$' scored.conllu
