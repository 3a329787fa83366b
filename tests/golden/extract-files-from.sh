# a list of files: lines, or NULs as find -print0 has them; folders in it too; operands come first
. "$GOLDEN/inputs"
mkdir notizie
cp scuola.txt "notizie/la scuola.txt"
cp pioggia.txt notizie
printf 'pioggia.txt\n\nnotizie\nnessuno.txt\n' >lista
rassegna-extract --files-from lista scuola.txt | titles
echo "== NUL"
find notizie -type f -print0 | LC_ALL=C sort -z | rassegna-extract --files-from - | titles
echo "== no list"
rassegna-extract --files-from nessuna
