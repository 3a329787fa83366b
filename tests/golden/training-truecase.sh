export PATH=$(dirname "$(command -v rassegna)")/training:$PATH
cat >lines <<'END'
Then the rain fell on Vallefonda .
Rain ? No , said Anna : " The NATO rain of Vallefonda " .
RAIN STOPS NATO
Vallefonda waits and l' acqua è alta
END
truecase --train lines | tee cases
truecase cases lines
printf 'È alta\nAnna waits\n' | truecase cases
truecase --train --least 2 lines
truecase
