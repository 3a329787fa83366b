# a feed that declares what it is not, with references of HTML and an & that is none; its entries
. "$GOLDEN/tiny-models"
cat >prova.xml <<'END'

<?xml version="1.0" encoding="windows-1252"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Il foglio</title>
<item><title>Citt&agrave; & acqua</title><link>https://foglio.example/1?a=1&b=2</link>
<pubDate>Mer, 11 Giu 2025 10:30:00 +0200</pubDate><dc:creator>Anna Neri</dc:creator>
<description>Il fiume resta nel suo letto.</description>
<content:encoded><![CDATA[<p>Il ponte di Castelmorro regge alla piena.</p><p>Si riapre domani.</p>]]></content:encoded></item>
<item><title>Senza testo</title></item>
<item><title>La terza</title><description>&lt;p&gt;La strada provinciale resta chiusa per tre giorni.&lt;/p&gt;</description></item>
</channel></rss>
END
rassegna-extract prova.xml
# broken in the third entry: the first comes out
sed 's|<title>La terza</title>|<title>La terza</b>|' prova.xml >rotto.xml
rassegna-extract rotto.xml
