# ids are paths without ./, endings and blanks; a missing file is reported, the others come
. "$GOLDEN/tiny-models"
mkdir 'la posta'
cp ponte.txt 'la posta/il ponte.txt'
cp ponte.html ponte.htm
rassegna-extract ./ponte.htm './la posta/il ponte.txt' nessuno.txt | cut -c 1-70
exit "${PIPESTATUS[0]}"
