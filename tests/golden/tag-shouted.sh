# in a line of capitals what the text has in lower case elsewhere is no name
rassegna --until tag "$CORPUS/agenzia-sciopero.txt" | grep -m 4 -E '	(TRENI|REGIONALI|ORE|ROMA)	' | cut -f 2-4
