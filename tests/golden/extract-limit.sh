# nothing is larger than --max-bytes once it is unpacked: that is named, and the others come
. "$GOLDEN/inputs"
head -c 300000 /dev/zero | tr '\0' x >grande.txt
gzip -nc grande.txt >bomba.gz
tar --format=ustar -cf t.tar grande.txt bomba.gz pioggia.txt
zip -qX z.zip grande.txt scuola.txt
gzip -nc z.zip >z.gz
{ printf '{"text":"'; cat grande.txt; printf '"}\n{"text":"Piove."}\n'; } >x.jsonl
for file in grande.txt bomba.gz t.tar z.zip z.gz x.jsonl; do
	echo "== $file"
	rassegna-extract --max-bytes 100K $file 2>&1 >out
	titles <out
done
echo "== limits"
rassegna-extract --max-bytes 1M z.zip | wc -l
rassegna-extract --max-bytes 299999 z.zip 2>&1 >out | head -n 1
rassegna-extract --max-bytes 300000 z.zip 2>&1 >out | head -n 1
for n in 0 x 1T 513M '' -1; do
	rassegna-extract --max-bytes "$n" z.zip
	echo "status $?"
done 2>&1
