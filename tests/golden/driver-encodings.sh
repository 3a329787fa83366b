# Windows-1252, wrapped, as it stands in the corpus: the words come out whole
cp "$CORPUS/ciclismo-tappa.txt" .
rassegna --until extract ciclismo-tappa.txt | cut -c 1-400
