# --format overrides what the content says, and opens archives all the same
. "$GOLDEN/inputs"
printf '{"text":"Piove."}\n' >x.jsonl
printf 'Il ponte riapre a maggio.\nPiove a Vallefonda.\n' >righe
echo '<p>Il ponte riapre, dice il sindaco di Vallefonda.</p>' >p
tar -cf p.tar p
rassegna-extract --format text x.jsonl p | titles
rassegna-extract --format html p p.tar | titles
rassegna-extract --format jsonl x.jsonl righe | titles
rassegna-extract --format zip p
rassegna-extract --format warc p
rassegna-extract --format pdf p
echo "status $?"
echo '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>' >mappa.xml
rassegna-extract mappa.xml
