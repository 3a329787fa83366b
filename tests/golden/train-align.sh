# the steps of training: words of an invented corpus aligned in both directions, then joined
cat >corpus <<'EOF'
il ponte è chiuso	the bridge is closed
la strada è chiusa	the road is closed
il sindaco apre il ponte	the mayor opens the bridge
il sindaco chiude la strada	the mayor closes the road
la nuova strada è lunga	the new road is long
il ponte nuovo è lungo	the new bridge is long
il comune apre la scuola	the town opens the school
la scuola è nuova	the school is new
la scuola del comune è chiusa	the school of the town is closed
il sindaco del comune parla	the mayor of the town speaks
il sindaco non parla	the mayor does not speak
la strada non è chiusa	the road is not closed
il ponte non è nuovo	the bridge is not new
oggi il comune chiude il ponte	today the town closes the bridge
oggi parla il sindaco	today the mayor speaks

il comune non parla	
la scuola apre oggi	the school opens today
oggi la strada è aperta	today the road is open
il ponte aperto è nuovo	the open bridge is new
EOF
cut -f 1 corpus >it
cut -f 2 corpus >en
align it en >forward
align -r it en >reverse
paste -d '|' forward reverse
echo grow-diag-final-and
symmetrize forward reverse
echo long lines
for ((i = 0; i < 250; i++)); do printf 'ponte%d ' $i; done | sed 's/ $//' >it
for ((i = 0; i < 150; i++)); do printf 'bridge%d ' $i; done | sed 's/ $//' >en
align -i 1 it en >forward
align -i 1 -r it en >reverse
wc -l <forward
tr ' ' '\n' <reverse | awk -F - '$1 > 249 || $2 > 149 { print "out of range: " $0 }'
echo by hand
echo '0-0 1-1 2-2 2-3 5-5' >forward
echo '0-0 2-2 2-1 3-3 5-5 7-8' >reverse
symmetrize forward reverse
symmetrize --intersect forward reverse
