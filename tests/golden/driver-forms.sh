# every article of the corpus, in whatever form it is; what hangs least on the models, and not on
# those of the translation
cd "$CORPUS"
rassegna --via cat --to jsonl *.txt *.html *.gz | python3 -c '
import json, sys
for line in sys.stdin:
	d = json.loads(line)
	whole = all(s["it"] and s["en"] for s in d["summary"])
	print(d["id"], "|", d["title"]["it"], "|", len(d["summary"]), whole, len(d["glossary"]))'
