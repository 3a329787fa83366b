# lines of at most 60 columns, joined again; a hyphen at a line's end goes
. "$GOLDEN/tiny-models"
fold -s -w 60 ponte.txt | sed 's/ $//' >wrapped.txt
rassegna-extract wrapped.txt
