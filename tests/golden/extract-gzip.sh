# the ending .gz goes from the id, and the source keeps it
. "$GOLDEN/tiny-models"
gzip -c ponte.txt >ponte.txt.gz
{ head -n 3 ponte.txt | gzip -c; tail -n +4 ponte.txt | gzip -c; } >due.txt.gz
rassegna-extract ponte.txt.gz due.txt.gz
