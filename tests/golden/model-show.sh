# compile, then show: the source again; from gzip the same model
printf '# rassegna-table 1\n# licence: MIT\na\t1\na\t2\nb\n' >m.tsv
gzip -c m.tsv >m.tsv.gz
rassegna-model m.tsv m.table
rassegna-model m.tsv.gz n.table
cmp m.table n.table
rassegna-model --show m.table | cmp - m.tsv
ls
