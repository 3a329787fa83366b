# a translator for tests: rassegna-translate --via "sed -uf english.sed"
s/^Una legge per.*/A law for the villages/
s/^La legge sui borghi.*/The law on villages helps those who live in the mountains./
s/^I borghi pagano.*/Villages pay lower taxes, and schools stay open./
s/^Meno treni.*/Fewer trains for the villages/
s/^I pendolari.*/Commuters protest in front of the station./
s/^La regione.*/The region promises new carriages./
s/^La banca e.*/The bank and the taxes/
s/^La banca aumenta.*/The bank raises rates and the government raises taxes./
s/^L'inflazione.*/Inflation falls to 2.5 per cent./
s/^L'affresco.*/The fresco of the oratory returns to town after twenty years./
