# why a sentence has its score; and a question that changes it
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-stem >stemmed.conllu
rassegna-score --explain stemmed.conllu | grep -E '^# (text|rank|why)'
rassegna-score --query 'cantiere mensa' stemmed.conllu | grep -E '^# (text|rank)'
