. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag >ponte.conllu
rassegna-translate ponte.conllu | grep -E '^# (meta::tr|text|untr)'
# once more: what it wrote is replaced, the same bytes come out
rassegna-translate ponte.conllu >once
rassegna-translate once | cmp - once
rassegna-translate --models models -u - <ponte.conllu | cmp - once
