# what another tool made of a sentence may not fit without its connective: it stays as it is
. "$GOLDEN/tiny-models"
kept() {
	rassegna-select --models models -n 2 --trim | grep -E '^# (text|trimmed)' | tail -n 1
}
kept <trim.conllu
echo '== a head that would go, the root, a head that is no number'
sed '/^5\tpaese/s/\t8\t/\t1\t/' trim.conllu | kept
sed '/^1\tTuttavia/s/\t8\t/\t0\t/' trim.conllu | kept
sed '/^5\tpaese/s/\t8\t/\tx\t/' trim.conllu | kept
echo '== DEPS'
awk -F'\t' -v OFS='\t' '$2 == "treni" { $9 = "8:nsubj" } 1' trim.conllu | kept
echo '== a text that is not made of the forms, or none'
sed 's/^# text = Tuttavia, /# text = Tuttavia e /' trim.conllu | kept
sed '/^# text = Tuttavia/d' trim.conllu | rassegna-select --models models -n 2 --trim | grep -c trimmed
echo '== no tags'
awk -F'\t' -v OFS='\t' 'NF > 1 { $4 = $6 = "_" } 1' trim.conllu | kept
