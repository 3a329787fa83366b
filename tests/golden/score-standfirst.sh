# words of the standfirst weigh more; what it has without a verb is another headline
. "$GOLDEN/tiny-models"
row() { printf '%d\t%s\t_\t%s\t_\t%s\t_\t_\t_\t%s\n' "$1" "$2" "$3" "${4:-_}" "${5:-_}"; }
sentence() { # VERBFORM WORD...
	local form=$1 i=1
	shift
	printf '# text = %s .\n' "$*"
	row 1 "$1" VERB "VerbForm=$form" "Stem=${1%?}"
	for word in "${@:2}"; do
		i=$((i + 1))
		row $i "$word" NOUN _ "Stem=${word%?}"
	done
	row $((i + 1)) . PUNCT
	echo
}
stream() { # STANDFIRST
	printf '# newdoc id = a\n%s' "${1:+# meta::standfirst = $1$'\n'}"
	sentence Part annullata gara velica camogli
	sentence Fin chiude ponte ferrovia genova
	sentence Fin riapre scuola cantiere mensa
}
for standfirst in '' 'annullata gara velica camogli .' 'La scuola e la mensa.' "L'ora, la mensa"; do
	echo "== $standfirst"
	stream "$standfirst" | rassegna-score --models models --method sumbasic --explain |
		grep -E '^# (text|rank|why)'
done
# a question is read as a text: with stops and elided articles
stream '' | rassegna-score --models models --query "l'ora, mensa." | grep -E '^# (text|rank)'
