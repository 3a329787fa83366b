# 200,000 elements in one another, links and bold faces that never end: text after all, and soon
. "$GOLDEN/tiny-models"
many() { yes "$1" | head -n 200000 | tr -d '\n'; }
{ echo '<html>'; many '<div>'; echo '<p>In fondo alla pagina c’è una frase, lunga abbastanza.'; } >divs.html
{ echo '<html>'; many '<span class=a>'; echo 'In fondo c’è una frase.'; } >spans.html
{ echo '<html><p>Prima frase.<p>'; many '<a href=x>'; many '<b>'; many '<font size=1>'; } >links.html
{ echo '<html><p'; many ' a=1'; echo '>Una frase sola.'; } >attributes.html
{ echo '<html><p>Una frase.'; many '<!-- '; many '<svg>'; many '<textarea>'; echo 'Altra frase.'; } >open.html
timeout 20 rassegna-extract divs.html spans.html links.html attributes.html open.html
