# tar c news | rassegna extract gives what rassegna extract news gives
. "$GOLDEN/inputs"
mkdir -p notizie/a
cp pioggia.txt notizie/a
cp scuola.txt "notizie/è una scuola.txt"
{ cat pioggia.txt; echo '<br>'; } >notizie/z#1
rassegna-extract notizie >folder
tar -c --sort=name notizie | rassegna-extract >tar
cmp folder tar
zip -qrX notizie.zip notizie
rassegna-extract <notizie.zip | LC_ALL=C sort >zip
LC_ALL=C sort folder | cmp - zip
titles <folder
