# what an article calls a name in one place is no verb with its pronoun in another
. "$GOLDEN/tiny-models"
echo 'mirando VERB mirare VerbForm=Ger' | model tags
printf '%s\n' 'MIRANDOLA La gara. Mirandola vince. È di Mirandola.' >here.txt
printf '%s\n' 'Mirandola vide tutto, mirandola.' >elsewhere.txt
for file in here.txt elsewhere.txt; do
	rassegna-tokenize $file | grep -i '^[0-9-]*.mirando'
done
