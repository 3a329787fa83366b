# the real models: this one changes when they do
cp "$CORPUS/furto-strumenti.txt" .
rassegna furto-strumenti.txt
