# f1 of the invented lists tells how good a hypothesis is, f2 nothing: tuning finds it out
export PATH=$(dirname "$(command -v rassegna)")/training:$PATH
cat >lists.py <<'PYTHON'
class Random:
    state = 1

    def below(self, n):
        self.state = self.state * 6364136223846793005 % 2 ** 64 + 1442695040888963407 % 2 ** 64
        return (self.state >> 33) % n

r = Random()
references = [[f"p{r.below(500)}" for _ in range(6 + r.below(10))] for _ in range(60)]
with open("reference", "w") as f:
    f.writelines(" ".join(words) + "\n" for words in references)
for name in "first", "second":
    with open(name, "w") as f:
        for i, words in enumerate(references):
            for _ in range(12):
                noise = r.below(60)
                tokens = [f"p{r.below(500)}" if r.below(100) < noise else w for w in words]
                f1, f2 = 60 - noise + r.below(20), r.below(80)
                print(i, " ".join(tokens), f"f1={f1 / 10} f2={f2 / 10}", f1 + f2, sep=" ||| ", file=f)
PYTHON
python3 lists.py
printf '# of two features\nf1\t0.5\nf2\t0.5\nf3\t0.2\n' >old.tsv
tune -v --weights old.tsv --reference reference first second second 2>told >new.tsv
sed -n 1p told
python3 - <<'PYTHON'
def weights(name):
    return {row[0]: float(row[1]) for row in
            (line.split("\t") for line in open(name) if not line.startswith("#"))}

old, new = weights("old.tsv"), weights("new.tsv")
print("same names:", list(old) == list(new))
print("same sum:", abs(sum(map(abs, old.values())) - sum(map(abs, new.values()))) < 1e-4)
print("f1 leads:", new["f1"] > 5 * abs(new["f2"]))
told = [line.split() for line in open("told")]
bleu = {line[1]: float(line[3]) for line in told if line[0] == "start"}
print("not worse for more starts:", max(bleu.values()) >= bleu["0:"])
PYTHON
head -n 1 new.tsv
tune --weights old.tsv --reference reference first second | cmp - new.tsv && echo "the same again"
tune -v --chrf 0.5 --weights old.tsv --reference reference first 2>&1 >/dev/null | grep -c chrF2

refused() { # what, in a list of one line
	printf '%s\n' "$1" >list
	tune --weights old.tsv --reference reference list || echo $?
}
refused '60 ||| a ||| f1=1 ||| 1'
refused 'x ||| a ||| f1=1 ||| 1'
refused '0 ||| a ||| f9=1 ||| 1'
refused '0 ||| a ||| f1=x ||| 1'
refused '0 ||| a ||| f1'
refused ''
refused $'1 ||| a ||| f1=1 ||| 1\n0 ||| a ||| f1=1 ||| 1'
printf 'f1 1\n' >old.tsv
refused '0 ||| a ||| f1=1 ||| 1'
tune --weights old.tsv list 2>&1 | head -n 1
