# a run that fails leaves the old file alone, and no other one
. "$GOLDEN/tiny-models"
echo old >out.txt
rassegna -o out.txt --via 'exit 3' ponte.txt || echo $?
cat out.txt
ls out*
