# members of tar and zip, packed or not, and of one archive in another; names that lead out do not
. "$GOLDEN/inputs"
gzip -nc scuola.txt >scuola.txt.gz
tar --format=pax -cf stampa.tar pioggia.txt scuola.txt.gz
tar --format=gnu -czf stampa.tgz --transform 's|^|../../'"$(printf '%0120d' 0)"'/|' pioggia.txt 2>&1
zip -qX stampa.zip scuola.txt stampa.tgz stampa.tar
zip -qX tutto.zip stampa.zip pioggia.txt
for file in stampa.tar stampa.tgz stampa.zip tutto.zip; do
	echo "== $file"
	rassegna-extract $file | titles
done
echo "== from standard input, members go by their own names"
for file in stampa.tar stampa.tgz stampa.zip; do
	rassegna-extract <$file | titles
	cat $file | rassegna-extract | titles
done
