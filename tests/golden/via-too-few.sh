# what came back whole comes out
. "$GOLDEN/tiny-models"
rassegna-translate --via 'head -n 7' scored.conllu | grep -c text_en
exit "${PIPESTATUS[0]}"
