# the user's words before ours: inflected, several words, left as they are; files that are none
. "$GOLDEN/tiny-models"
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag >ponte.conllu
printf 'ponte\tfootbridge\nlavoro\trepair\nmilione di euro\tmillion euros\ncantiere\t\n' >mine.tsv
rassegna-translate --glossary mine.tsv ponte.conllu | grep '^# text_en'
printf 'ponte\n' >bad.tsv
rassegna-translate --glossary bad.tsv ponte.conllu || echo $?
rassegna-translate --glossary nobody ponte.conllu || echo $?
rassegna-translate --glossary mine.tsv --via cat ponte.conllu || echo $?
printf 'I conti\tThe bill\n' >memory.tsv
rassegna-translate --memory memory.tsv --explain ponte.conllu | grep -A 2 '^# text_en = The bill'
rassegna-translate --memory nobody ponte.conllu || echo $?
