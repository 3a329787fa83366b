# Done is better than failed, wherever it stands; what failed everywhere stays
mkdir in
echo 'Il ponte riapre a maggio, dice il sindaco.' >in/a.txt
printf 'x\0y' >in/b.txt
rassegna-batch --progress never --no-files --lang it -o one in 2>/dev/null
echo 'Il ponte riapre a giugno, dice il sindaco.' >in/b.txt
printf 'x\0y' >in/a.txt
rassegna-batch --progress never --no-files --lang it -o two in 2>/dev/null
printf 'x\0y' >in/c.txt
rassegna-batch --progress never --no-files --lang it -o three in 2>/dev/null
for order in 'one two three' 'three two one' 'two one three two'; do
	rassegna-merge $order -o all.db
	"$GOLDEN/../dump-db" all.db | sed -n "s/^items .*name='\([^']*\)'.*status='\([a-z]*\)'.*/\1 \2/p" | sort
	rassegna-search --db all.db --format jsonl maggio OR giugno | wc -l
done
