# a folder stands for its files, sorted by the bytes of their paths; links in it are not followed
. "$GOLDEN/inputs"
mkdir -p notizie/a notizie/b notizie/.nascosta
cp pioggia.txt notizie/a.txt
cp scuola.txt notizie/a/2.txt
cp pioggia.txt notizie/a/10.txt
cp scuola.txt notizie/.nascosta/x.txt
ln -s .. notizie/b/giro
ln -s a.txt notizie/legame.txt
mkfifo notizie/tubo
rassegna-extract notizie | titles
echo "== an operand may be a link"
rassegna-extract notizie/legame.txt ./notizie/a/ | titles
echo "== nothing is not silence"
mkdir vuota
rassegna-extract vuota
