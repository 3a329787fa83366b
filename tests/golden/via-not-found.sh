. "$GOLDEN/tiny-models"
rassegna-translate --via 'no-such-translator 2>/dev/null' scored.conllu
