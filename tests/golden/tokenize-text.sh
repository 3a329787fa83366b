# plain text, a paragraph a line; no-break spaces, blanks at the ends
. "$GOLDEN/tiny-models"
printf '  La Alfa S.p.A.  cede l%s8%%. La Beta, ecc.\nDELLA CAVA\nNella Della Rovere  \n' "'" | rassegna-tokenize
printf 'Costa 5\302\240euro.\n' | rassegna-tokenize
