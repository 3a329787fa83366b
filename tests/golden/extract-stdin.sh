# no operand and - are the same
. "$GOLDEN/tiny-models"
rassegna-extract <ponte.txt >a
rassegna-extract - <ponte.txt >b
cmp a b
cat a
