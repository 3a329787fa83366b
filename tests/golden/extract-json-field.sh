# JSON of others: --field names the text; an array holds several
. "$GOLDEN/inputs"
cat >a.json <<'END'
[
  {"titolo": "Il ponte", "corpo": "Il ponte riapre a maggio."},
  {"titolo": "La pioggia", "corpo": "Piove a Vallefonda."},
  {"titolo": "Niente"}
]
END
rassegna-extract --field corpo a.json | titles
