# frames, tables of layout, <font>, <br><br>, entities, no end tags: the page is of 1998
. "$GOLDEN/tiny-models"
cp "$GOLDEN/../fuzz/seeds/html/nineties.html" pagina.htm
rassegna-extract pagina.htm
