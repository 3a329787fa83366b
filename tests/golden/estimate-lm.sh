# two texts, mixed by a third, pruned; then compiled, shown and measured
PATH=$PATH:$(dirname "$(command -v rassegna-model)")/training
cat >town.tok <<'END'
the bridge opens in May .
the bridge opens in June .
the mayor opens the bridge .
the mayor says the works are over .
the works are over in May .
END
cat >sea.tok <<'END'
the boat leaves the harbour in May .
the boat leaves in June .
the mayor leaves the harbour .
END
printf 'the mayor says the bridge opens in June .\nthe boat leaves the bridge .\n' >dev.tok
printf 'licence: MIT\n# origin: invented\n' >head
estimate-lm -v -o 3 --size 24 --dev dev.tok --head head town.tok sea.tok >small.lm
cat small.lm
gzip -nc small.lm >small.lm.gz
rassegna-model small.lm.gz small.bin
rassegna-model --show small.bin
perplexity small.bin dev.tok
estimate-lm --dev dev.tok town.tok sea.tok >whole.lm
rassegna-model whole.lm whole.bin
rassegna-model --show whole.bin
perplexity whole.bin <dev.tok
# words seen once are one; n-grams of two words and more seen once are none
estimate-lm -k 2 -c 0,1,1 -o 3 town.tok sea.tok | grep -v '^#'
for bad in '-o 6' '-c 1,2,3,4,5,6' '-p x' '--unit 65' ''; do
	estimate-lm $bad 2>&1 | head -n 1
done
estimate-lm town.tok /dev/null || echo $?
