# nothing is lost of a text that is no dump: short lines, lists, quotations, a last line unclosed
. "$GOLDEN/tiny-models"
cat >testo.txt <<'END'
Che cosa si fa in valle

Riapre il ponte?
Sì.
Quando?
- a maggio
- se non piove

> «Piove sempre».

Nora Bassi, assessora
La fiera
Il coro
Il pane
END
rassegna-extract testo.txt
