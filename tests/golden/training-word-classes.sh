export PATH=$(dirname "$(command -v rassegna)")/training:$PATH
cat >text <<'END'
the ferry waits in the harbour .
the ferry leaves the harbour at 9 .
the boat waits in the bay .
a boat leaves the bay at 10 .
a ferry sleeps at 11 .

the boat sleeps in a harbour .
# a # Mistral #
END
word-classes -v -k 9 -m 2 text | tee classes
rassegna-model classes classes.table
word-classes -k 9 -m 2 <(gzip -c text) | cmp - classes
printf 'a Mistral  leaves 12 # quays\n\nthe bay\n' | word-classes --map classes
word-classes -m 9 text
: >empty
word-classes empty
word-classes -k 3 text
word-classes --map text text
word-classes --map classes missing
word-classes
