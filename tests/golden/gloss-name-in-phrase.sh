# a name inside a key term keeps its capital
. "$GOLDEN/tiny-models"
model lexicon <<-'END'
	ponte~di~Vallefonda PROPN Vallefonda~Bridge
END
sed -i 's,^Il ponte ria,Il ponte di Vallefonda ria,' ponte.txt
rassegna-extract ponte.txt | rassegna-tokenize | rassegna-tag | rassegna-stem | rassegna-gloss -t 1 | grep '^# term'
