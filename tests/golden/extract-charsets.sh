# encodings that nothing or the page itself declares; text encoded twice; a byte that means nothing
. "$GOLDEN/tiny-models"
show() { rassegna-extract "$1" | sed 's/.*"text":"\([^"]*\)"\}\]}$/\1/'; }
printf '%s\n' 'Perché la città è così: «Può darsi», disse l’uomo.' >it
iconv -f UTF-8 -t MACINTOSH it >mac.txt
iconv -f UTF-8 -t UTF-16LE it >utf16.txt
iconv -f UTF-8 -t UTF-16BE it >utf16be.txt
printf 'La città è già cara: 5 €.\n' | iconv -f UTF-8 -t ISO-8859-15 >latin9.txt
iconv -f WINDOWS-1252 -t UTF-8 it >twice.txt
iconv -f MACINTOSH -t UTF-8 it >mactwice.txt
iconv -f WINDOWS-1252 -t UTF-8 twice.txt >thrice.txt
printf 'Qui «Ã¨» sta per è, e resta.\n' >quoted.txt
printf 'Inve\302\255sti\342\200\213re \342\200\216è\342\200\217 d\302\222oro.\n' >invisible.txt
{
	printf '<html><head><meta charset="iso-8859-1"></head><body><article><p>'
	iconv -f UTF-8 -t WINDOWS-1252 it
	printf '</p></article></body></html>'
} >meta.html
sed 's/iso-8859-1/utf-8/' meta.html >liar.html
printf 'Così è già, perch\303\251 no\377.\n' >broken.txt
for f in mac utf16 utf16be latin9 twice mactwice thrice quoted invisible broken; do show $f.txt; done
show meta.html
show liar.html
