# JSON of others: the usual keys in Italian, a list, a field by name, ninjs
. "$GOLDEN/tiny-models"
echo '[{"titolo":"La piena passa","data":"11/06/2025","autore":["Anna Neri","Ugo Riva"],"testo":"<p>Il ponte di Castelmorro regge alla piena.</p>","testata":"Il foglio"},{"titolo":"Due","testo":"La strada provinciale resta chiusa per tre giorni."}]' >a.json
rassegna-extract a.json
echo '{"post":{"corpo":[{"html":"<p>Il ponte di Castelmorro regge alla piena.</p>"}]}}' >b.json
rassegna-extract --field post.corpo.0.html b.json
echo '{"uri":"https://foglio.example/1","versioncreated":"2025-06-11T10:30:00Z","headlines":[{"role":"main","value":"La piena passa"}],"bodies":[{"role":"main","contenttype":"text/html","value":"<p>Il ponte di Castelmorro regge alla piena.</p>"}]}' >c.json
rassegna-extract c.json
