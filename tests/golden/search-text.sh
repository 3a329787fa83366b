# Articles by words of either language, in all their forms; title, date, source, best sentence
cp "$GOLDEN/data/press.jsonl" .
rassegna-batch --progress never --no-files -o out --via "sed -uf $GOLDEN/data/english.sed" \
	press.jsonl 2>/dev/null
rassegna-search --db out borgo
echo --
rassegna-search --db out/rassegna.db taxed -n 1
echo --
cd out && rassegna-search scuola village
