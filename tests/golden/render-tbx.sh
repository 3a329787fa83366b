. "$GOLDEN/tiny-models"
rassegna-render --to tbx digests.conllu
