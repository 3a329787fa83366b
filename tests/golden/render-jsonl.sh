. "$GOLDEN/tiny-models"
rassegna-render --to jsonl digests.conllu
