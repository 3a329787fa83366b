# a language model is known by its first line; what is wrong with one is told with its line
try() {
	printf "# rassegna-lm 1\n# licence: MIT\n$1" >m.lm
	rassegna-model m.lm m.bin || echo $?
}
words='# unit 1/8\n# ngrams 1 4\n\t9 <unk> <s>\n\t8 </s> #\n'
try "$words# ngrams 2 1\n#\t2\n\t1 </s>\n"
gzip -c m.lm >m.lm.gz
rassegna-model m.lm.gz n.bin
cmp m.bin n.bin
rassegna-model --show n.bin
try '# ngrams 1 1\n\t9 <unk>\n'
try "$words# ngrams 2 2\n#\t2\n\t1 </s>\n"
try "$words# ngrams 2 1\nil\t2\n\t1 </s>\n"
try "$words\350"
printf '# rassegna-lm 2\n' >m.lm
rassegna-model m.lm m.bin || echo $?
ls
