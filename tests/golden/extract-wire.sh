# an agency's file, wrapped at 60 columns: indented paragraphs, a cut word, codes around it
. "$GOLDEN/tiny-models"
model boilerplate <<-'END'
	agency line zczc.*|.*nnnn|r~cro~.*
END
cat >agenzia.txt <<'END'
ZCZC0412/SXB
R CRO S0B QBXB
   PONTI: VALLEFONDA, RIAPRE A MAGGIO DOPO DUE ANNI
   (XYZ) - VALLEFONDA, 11 GIU - Il ponte riaprirà a maggio
dopo due anni di lavori. Lo ha detto l'assessore Nora Bas-
si, che ieri ha incontrato i sindaci della valle.
   I lavori sono costati 3,5 milioni di euro, il 12% in più
del previsto. (XYZ).
11-GIU-25 10:30 NNNN
END
rassegna-extract agenzia.txt
