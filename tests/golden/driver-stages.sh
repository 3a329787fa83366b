. "$GOLDEN/tiny-models"
mkdir mine
printf '#!/bin/sh\necho mine >&2\nexec rassegna-stem "$@"\n' >mine/rassegna-stem
chmod +x mine/rassegna-stem
rassegna --stages mine --until stem ponte.txt | cmp - <(rassegna --until stem ponte.txt)
rassegna --stages mine --until stem --dry-run ponte.txt | tr '|' '\n' | grep -c "^ mine/rassegna-stem"
mkdir none
rassegna --stages none ponte.txt
