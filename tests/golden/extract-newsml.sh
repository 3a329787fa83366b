# NITF alone, and in an item of NewsML-G2 beside a package
. "$GOLDEN/tiny-models"
body='<body><body.head><hedline><hl1>La piena passa</hl1><hl2>Il ponte regge</hl2></hedline><byline>Di <person>Anna Neri</person></byline></body.head><body.content><p>Il Comune riapre il ponte di Castelmorro domani mattina.</p><hl2>I danni</hl2><ul><li>Una strada chiusa per tre giorni</li></ul></body.content></body>'
echo "<nitf><head><docdata><date.issue norm=\"20250611T103000+0200\"/></docdata></head>$body</nitf>" >a.xml
echo "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet><newsItem><contentMeta><contentCreated>2025-06-11T10:30:00+02:00</contentCreated><headline>Titolo della voce</headline></contentMeta><contentSet><inlineXML><nitf>$body</nitf></inlineXML></contentSet></newsItem><packageItem><itemMeta/></packageItem></itemSet></newsMessage>" >b.xml
rassegna-extract a.xml b.xml
