. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag | rassegna-translate | grep -E '^# (meta::tr|text)'
