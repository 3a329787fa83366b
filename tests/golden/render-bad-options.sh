. "$GOLDEN/tiny-models"
rassegna-render --to pdf digests.conllu || echo $?
rassegna-render --lang fr digests.conllu || echo $?
