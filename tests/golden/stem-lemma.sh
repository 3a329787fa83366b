. "$GOLDEN/tiny-models"
printf '# sent_id = 1\n# text = andò avanti\n1\tandò\tandare\tVERB\t_\t_\t_\t_\t_\t_\n2\tavanti\t_\tADV\t_\t_\t_\t_\t_\t_\n\n' |
	rassegna-stem --lemma
