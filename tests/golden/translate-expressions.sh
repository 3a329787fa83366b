# an expression of the press, its tense, and where it comes from
. "$GOLDEN/tiny-models"
word() { printf '%s\t%s\t%s\t%s\t_\t%s\t_\t_\t_\t_\n' "$@"; }
{
	word 1 Ha avere AUX VerbForm=Fin
	word 2 messo mettere VERB VerbForm=Part
	word 3 a a ADP _
	word 4 segno segno NOUN _
	echo
} | rassegna-translate --explain | grep '^#'
