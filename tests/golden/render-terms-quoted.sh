# terms and sentences with what each format must escape, quote or leave out
. "$GOLDEN/tiny-models"
printf '%s\n' '# newdoc id = a&b' '# meta::title = x' '# term = ponti | bridges, "new" | 2' \
	'# term = #bonus | <bonus> | 1' '# newpar' '# block = title' '# text = Un "titolo", <b>' \
	'# text_en = A "title", <b>' "1	Un	un	_	_	_	_	_	_	_" '' '# newpar' \
	"# text = I ponti,	il #bonus & l'ora" "# text_en = The bridges,	the #bonus & the hour" \
	"1	I	il	_	_	_	_	_	_	_" "2	ponti	ponte	_	_	_	_	_	_	_" \
	"3	#bonus	#bonus	_	_	_	_	_	_	_" '' >odd.conllu
for f in tsv csv tbx tmx; do
	echo "== $f"
	rassegna-render --to $f --lang en odd.conllu | grep -v '^<header\|^<tbx'
done
