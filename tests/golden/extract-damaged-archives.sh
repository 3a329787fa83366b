# what is damaged or cut short is named; what is before and behind it comes out
. "$GOLDEN/inputs"
for n in 1 2 3; do
	{ cat pioggia.txt; echo "Notizia numero $n."; } >$n.txt
done
tar --format=ustar -b 1 -cf buono.tar 1.txt 2.txt 3.txt
zip -qX buono.zip 1.txt 2.txt 3.txt
head -c 1700 buono.tar >mozzo.tar
gzip -nc buono.tar | head -c -12 >mozzo.tar.gz
head -c 300 buono.zip >mozzo.zip
pack <<'END'
tar = bytearray(open("buono.tar", "rb").read())
tar[1024 + 3] ^= 1  # the name of the second: its sum is wrong
open("guasto.tar", "wb").write(tar)
archive = bytearray(open("buono.zip", "rb").read())
second = archive.find(b"PK\3\4", 4)
archive[second + 40] ^= 0xFF  # its data
open("guasto.zip", "wb").write(archive)
END
for file in mozzo.tar mozzo.tar.gz mozzo.zip guasto.tar guasto.zip; do
	echo "== $file"
	rassegna-extract $file >out 2>err
	echo "status $?"
	titles <out
	cat err
done
