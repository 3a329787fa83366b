# frames, tables of layout, <font>, <br><br>, entities, no end tags: the page is of 1998
. "$GOLDEN/tiny-models"
cat >pagina.htm <<'END'
<HTML><HEAD><TITLE>L'ECO DI COSTAFREDDA ON LINE</TITLE></HEAD>
<FRAMESET COLS=100,*><FRAME SRC=menu.htm><NOFRAMES><BODY BGCOLOR=#FFFFFF>
<CENTER><TABLE WIDTH=600><TR><TD WIDTH=100><FONT SIZE=1><A HREF=a.htm>Cronaca</A><BR><A HREF=b.htm>Sport</A><BR><A HREF=c.htm>Meteo</A></FONT>
<TD><FONT SIZE=2>Valle alta</FONT><BR><FONT SIZE=5>Il mulino chiude per sempre</FONT><BR>di Nora Bassi<BR><BR>
La ruota si &egrave; fermata ieri alle sei di sera, dopo centododici anni di lavoro. Il mugnaio, Ettore Prati, ha chiuso la paratoia e ha dato le chiavi al Comune.<BR><BR>
&laquo;Non c'&egrave; pi&ugrave; grano&raquo;, ha detto Prati ai pochi che erano venuti a salutarlo, &laquo;e quello che c'&egrave; lo portano in pianura&raquo;.
<P>Il Comune, che &egrave; proprietario delle mura, non ha ancora deciso che cosa farne.
<BR><BR><I>(2 maggio 1998)</I><HR><A HREF=index.htm>Torna alla prima pagina</A></TABLE></CENTER>
</NOFRAMES></FRAMESET></HTML>
END
rassegna-extract pagina.htm
