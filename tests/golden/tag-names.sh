. "$GOLDEN/tiny-models"
echo 'La Cava di Vallefonda, sul Ponte Zorla, riapre a Maggio.' | rassegna-tokenize | rassegna-tag |
	rassegna-tag | awk -F'\t' 'NF == 10 { print $2, $4, $10 }'
