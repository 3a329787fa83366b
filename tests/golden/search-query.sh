# Phrases, alternatives, what must not stand there; signs mean nothing
rassegna-batch --progress never --no-files -o out --via "sed -uf $GOLDEN/data/english.sed" \
	"$GOLDEN/data/press.jsonl" 2>/dev/null
for query in 'borghi tasse' 'borghi -tasse' 'borghi NOT tasse' 'oratorio OR banca' '"tasse borghi"' \
	'"borghi pagano meno tasse"' '«linea»' 'la tassa dei borghi' 'citta' '(borghi) AND* ^tasse:' \
	"';DROP TABLE items;--" 'NEAR(borghi tasse, 2)' 'title:legge' '2,5'; do
	printf '%s:' "$query"
	rassegna-search --db out --format jsonl "$query" | sed -n 's/.*"id":"\([a-z]*\)".*/ \1/p' | tr -d '\n'
	echo
done
echo "one language: $(rassegna-search --db out --format jsonl --lang it taxes | wc -l)" \
	"$(rassegna-search --db out --format jsonl --lang en taxes | wc -l)"
