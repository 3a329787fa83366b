# record N of NAME in an archive is called NAME#N: it is not cut again, and gets no further number
. "$GOLDEN/inputs"
printf '{"text":"Piove."}\n\n{"id":"due","text":"Nevica."}\n' >x.jsonl
mkdir giornali
printf '{"text":"Nevica."}' >'giornali/x.jsonl#3'
rassegna-extract x.jsonl | titles
tar -c giornali | rassegna-extract | titles
