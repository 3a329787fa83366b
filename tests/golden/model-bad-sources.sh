try() {
	printf "$1" >m.tsv
	rassegna-model m.tsv m.table || echo $?
}
try 'a\t1\n'
try '# rassegna-table 1\na\t1\nb\na\t2\n'
try '# rassegna-table 1\n\t1\n'
try '# rassegna-table 1\na\t\350\n'
try ''
rassegna-model nessuno.tsv m.table || echo $?
printf '# rassegna-table 1\n' >m.tsv
rassegna-model m.tsv nowhere/m.table || echo $?
rassegna-model m.tsv 2>/dev/null || echo $?
ls
