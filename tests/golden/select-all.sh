. "$GOLDEN/tiny-models"
rassegna-select -n 1 --all "$GOLDEN/data/scored.conllu" >all
grep -E '^# (newdoc|sent_id|chosen)' all
# without the others it is what select writes without --all; chosen again the marks are others
rassegna-select -n 1 "$GOLDEN/data/scored.conllu" >chosen
rassegna-select -n 1 all | cmp - chosen
rassegna-select -n 9 all | grep -c chosen
rassegna-render --to conllu all | cmp - chosen
# nothing is made of them, by neither engine
rassegna-translate chosen | rassegna-render --to json >one
rassegna-translate all | rassegna-render --to json | cmp - one
rassegna-translate all | grep -c text_en
rassegna-translate --via 'tr a-z A-Z' all | grep -c text_en
rassegna-translate --via 'tr a-z A-Z' all | rassegna-render --to conllu >via
rassegna-translate --via 'tr a-z A-Z' chosen | cmp - via
