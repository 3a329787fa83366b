# one text in five encodings: one and the same article
. "$GOLDEN/tiny-models"
iconv -f UTF-8 -t WINDOWS-1252 ponte.txt >a.txt
{ printf '\357\273\277'; cat ponte.txt; } >b.txt
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE ponte.txt; } >c.txt
{ printf '\376\377'; iconv -f UTF-8 -t UTF-16BE ponte.txt; } >d.txt
{ printf '\377\376'; printf 'Riapre il ponte.' | iconv -f UTF-8 -t UTF-16LE; } >ascii.txt
sed 's/$/\r/' ponte.txt >e.txt
for f in a b c d e; do
	rassegna-extract $f.txt | sed 's/"id":"."/"id":"?"/; s/"source":"..txt"/"source":"?"/'
done | uniq -c
rassegna-extract ascii.txt
