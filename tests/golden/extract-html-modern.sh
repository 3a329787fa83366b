# JSON-LD, menus, a cookie dialog, cards, "Leggi anche", comments: only the article comes out
. "$GOLDEN/tiny-models"
cat >pagina.html <<'END'
<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>Il mulino di Costafredda torna a macinare | La Voce di Costafredda</title>
<link rel="canonical" href="https://voce.example/2025/05/mulino.html">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"La Voce di Costafredda"},{"@type":"NewsArticle","headline":"Il mulino di Costafredda torna a macinare","datePublished":"2025-05-02T09:15:00+02:00","author":[{"@type":"Person","name":"Nora Bassi"}]}]}</script>
<style>p { color: red }</style></head><body class="has-sidebar">
<div id="cookie-consent"><p>Noi e terze parti utilizziamo cookie per finalità tecniche e, con il consenso, anche per altre finalità, come specificato nella informativa.</p></div>
<nav><ul><li><a href="/a">Cronaca</a><li><a href="/b">Sport</a></ul></nav>
<main><article><p class="occhiello">Valle alta</p><h1>Il mulino di Costafredda torna a macinare</h1>
<h2 class="sommario">Dopo quarant’anni di silenzio, la ruota gira di nuovo grazie a una cooperativa di sei ragazzi</h2>
<div class="meta">di <a rel="author" href="/nora">Nora Bassi</a>, <time datetime="2025-05-02T09:15">2 maggio 2025</time></div>
<div class="testo"><p>La ruota ha ripreso a girare alle otto di ieri mattina, quando il custode ha alzato la paratoia davanti a una piccola folla. Il primo sacco di farina, trenta chili, è andato alla scuola.</p>
<aside class="share"><a href="#">Condividi</a></aside>
<p>Il restauro è costato 410 mila euro, metà dei quali raccolti tra gli abitanti.<br>La cooperativa macinerà due giorni alla settimana, il martedì e il venerdì.</p>
<p><b>Leggi anche:</b> <a href="/c">La festa del pane, il programma</a></p>
<h3>I conti</h3>
<table><tr><th>Voce<th>Euro<tr><td>Ruota<td>180.000<tr><td>Tetto<td>95.000</table>
<ul><li>apertura: martedì e venerdì<li>ingresso: libero</ul>
<blockquote><p>«Mio nonno faceva il mugnaio, io facevo siti», dice Irene, ventisei anni.</p></blockquote>
<figure><img src="m.jpg"><figcaption>La ruota vista dal ponte</figcaption></figure></div></article>
<section><h3>Potrebbe interessarti</h3>
<div><a href="/d"><h4>Il forno che chiude dopo un secolo di pane</h4></a><p>Ultimo giorno.</p></div>
<div><a href="/e"><h4>La strada delle farine, sei tappe a piedi</h4></a><p>Da domenica.</p></div></section>
<section id="commenti"><h3>2 commenti</h3><div><b>gino</b><p>Bravi ragazzi, era ora che qualcuno ci pensasse!</p><a href="#">Rispondi</a></div></section></main>
<footer>La Voce di Costafredda, P. IVA 01234567890</footer></body></html>
END
rassegna-extract pagina.html
