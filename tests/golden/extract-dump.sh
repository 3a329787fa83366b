# a page's text, copied with its menus, cookies, boxes, comments: title, author, date and article
. "$GOLDEN/tiny-models"
model boilerplate <<-'END'
	cookie text i~nostri~\d+~partner.*
	cookie line accetta~tutti
	nav line? (home|cronaca|cucina~e~vino)
	share line facebook|whatsapp
	related line leggi~anche:.*
	related line+ potrebbe~interessarti
	ads line pubblicità
	comments line+ \d+~commenti
END
cat >pagina.txt <<'END'
La Voce del Ponte
Home
Cronaca
Cucina e vino
Noi e i nostri 214 partner conserviamo sul tuo dispositivo dei cookie, che puoi rifiutare quando vuoi senza perdere nulla di quello che trovi in queste pagine.
Accetta tutti
Torna la fiera del bestiame in piazza
LA VALLE
Il ponte di Vallefonda riapre a maggio
Dopo due anni di lavori passeranno di nuovo le auto
di Nora Bassi
11 giugno 2025, 10:30
Facebook
WhatsApp
Il ponte visto dalla riva (foto d'archivio)
Il ponte riaprirà a maggio dopo due anni di lavori, con una corsia per le biciclette e un marciapiede più largo: lo ha detto l'assessore in consiglio.
Leggi anche: La fiera del bestiame cambia piazza
I conti
I lavori sono costati tre milioni e mezzo di euro, il dodici per cento in più del previsto, perché sotto il primo arco c'era una cisterna che nessuno aveva segnato.
Che cosa cambia
- le auto passeranno dalle 6 alle 22;
- i camion della cava no.
Pubblicità
«Il cantiere è finito, e non ne apriremo un altro prima dell'autunno», promette l'assessore, che in valle ci è nata e sul ponte ci passava per andare a scuola. © RIPRODUZIONE RISERVATA
Potrebbe interessarti
La fiera del bestiame cambia piazza
Tutti i numeri della fiera, bancarella per bancarella.
2 commenti
gino55
Era ora, ma il parcheggio? Quando ero giovane io si andava a piedi e non si lamentava nessuno, oggi tutti in macchina fino al banco del pesce.
Chi siamo
END
rassegna-extract pagina.txt
