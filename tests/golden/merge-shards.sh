# Shards, in any order and more than once, give the database of the undivided run
rassegna-batch --progress never --no-files --lang it -o whole "$GOLDEN/data/press.jsonl" 2>/dev/null
for i in 1 2; do
	rassegna-batch --progress never --no-files --lang it -o part$i --shard $i/2 \
		"$GOLDEN/data/press.jsonl" 2>/dev/null
done
dump=$GOLDEN/../dump-db
$dump whole/rassegna.db >whole.dump
rassegna-merge part1 part2 -o a.db && $dump a.db | cmp - whole.dump
rassegna-merge part2/rassegna.db part1 part2 part1 -o b.db && $dump b.db | cmp - whole.dump
rassegna-merge a.db whole -o a.db && $dump a.db | cmp - whole.dump # onto itself
$dump part1/rassegna.db >part1.dump # not into cmp, which stops reading early
cmp -s part1.dump whole.dump && echo 'nothing was shared out'
rassegna-search --db a.db --format jsonl tasse | wc -l
ls
