# another language than Italian: a warning, and with --only-italian it is left out and counted
. "$GOLDEN/inputs"
cat >bridge.txt <<'END'
The mayor said on Monday that the bridge over the river is open to the public, and that
the works on it, which were to be done by the end of March, took two years. It was not a surprise
for the people of the valley, and a part of the money is to be paid back by the firm.
END
rassegna-extract bridge.txt pioggia.txt | cut -c 1-60
rassegna-extract --only-italian bridge.txt pioggia.txt | cut -c 1-60
exit "${PIPESTATUS[0]}"
