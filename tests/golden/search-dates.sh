# By day, month and year; both ends are in
rassegna-batch --progress never --no-files --lang it -o out "$GOLDEN/data/press.jsonl" 2>/dev/null
for dates in '--from 2025' '--from 2025-06-11' '--from 2025-06-12' '--to 2024' '--to 2025-05' \
	'--from 2024-12-01 --to 2025-05-30' '--from 2026'; do
	printf '%s:' "$dates"
	rassegna-search --db out --format jsonl $dates 'borghi OR tasse OR affresco' |
		sed -n 's/.*"id":"\([a-z]*\)".*/ \1/p' | tr -d '\n'
	echo
done
