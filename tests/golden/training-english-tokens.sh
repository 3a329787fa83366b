export PATH=$(dirname "$(command -v rassegna)")/training:$PATH
cat >lines <<'END'
The river rose by 1,250 m in the U.S.
“It’s the rowers’ boat,” Mr. Poole said: “We’ll mend it…”

$14.8bn, 7% and/or a long-term loan – since the 1990s.
END
english-tokens lines | tee tokens
english-tokens --join tokens
