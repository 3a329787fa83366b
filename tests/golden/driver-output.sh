# written whole; standard output stays empty
. "$GOLDEN/tiny-models"
rassegna -o out.txt --lang it -n 1 ponte.txt
cat out.txt
ls out*
