# JSON-LD, menus, a cookie dialog, cards, "Leggi anche", comments: only the article comes out
. "$GOLDEN/tiny-models"
cp "$GOLDEN/../fuzz/seeds/html/modern.html" pagina.html
rassegna-extract pagina.html
