"""The checks of properties.sh: properties.py CHECK ARGUMENT... says what is wrong, and ends with 1."""

import collections
import csv
import json
import random
import resource
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as tree

COLUMNS = "ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC".split()
SPACES = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def fail(message):
    print(message)
    sys.exit(1)


def sentences(path):
    """The sentences of a file, each as its comments and its rows."""
    comments, rows = [], []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line == "":
                yield comments, rows
                comments, rows = [], []
            elif line.startswith("#"):
                comments.append(line)
            else:
                rows.append(line.split("\t"))
    if comments or rows:
        fail("%s: no blank line at the end" % path)


def value(comments, key):
    for comment in comments:
        if comment.startswith("# %s =" % key):
            return comment.split(" =", 1)[1].strip()
    return None


def misc(row):
    return dict(p.split("=", 1) for p in row[9].split("|") if "=" in p)


def unescape(text):
    out, chars = "", iter(text)
    for c in chars:
        out += SPACES[next(chars)] if c == "\\" else c
    return out


def surface_rows(rows):
    """Ranges instead of their words; no empty nodes."""
    covered = 0
    for row in rows:
        if "-" in row[0]:
            covered = int(row[0].split("-")[1])
            yield row
        elif "." not in row[0] and int(row[0]) > covered:
            yield row


def text_of(rows):
    text = ""
    for row in surface_rows(rows):
        layout = misc(row)
        text += unescape(layout.get("SpacesBefore", "")) + row[1]
        if "SpacesAfter" in layout:
            text += unescape(layout["SpacesAfter"])
        elif layout.get("SpaceAfter") != "No":
            text += " "
    return text


def blocks_of(path):
    """The text of each block of a CoNLL-U file, documents parted by None."""
    block = None
    for comments, rows in sentences(path):
        if any(c.startswith("# newdoc") for c in comments):
            if block is not None:
                yield block
            yield None
            block = None
        if "# newpar" in comments and block is not None:
            yield block
            block = None
        block = (block or "") + text_of(rows)
    if block is not None:
        yield block


def wanted_blocks(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield None
            types = [b["type"] for b in article["blocks"]]
            if article.get("title") and "title" not in types:
                yield article["title"]
            for block in article["blocks"]:
                yield block["text"]


def lossless(jsonl, conllu):
    got, want = list(blocks_of(conllu)), list(wanted_blocks(jsonl))
    if not want:
        fail("no block at all")
    for g, w in zip(got, want):
        # the last token of a block carries its line break
        if (g if g is None else g[:-1]) != w or (g is not None and g[-1] != "\n"):
            fail("got  %r\nwant %r" % (g, w))
    if len(got) != len(want):
        fail("%d blocks, not %d" % (len(got), len(want)))


def conllu(path):
    """Level 1 of the UD validator, as far as tokenize is concerned."""
    unique(path)
    for comments, rows in sentences(path):
        text, expected = value(comments, "text"), 1
        joined = ""
        for row in surface_rows(rows):
            # of the white space after a token "# text" has one blank
            layout = misc(row)
            glued = layout.get("SpaceAfter") == "No" or layout.get("SpacesAfter") == "\\n"
            joined += row[1] + ("" if glued else " ")
        if joined.rstrip(" ") != text:
            fail("# text = %r\nforms    %r" % (text, joined))
        for row in rows:
            if len(row) != 10 or "" in row:
                fail("columns: %r" % row)
            if any(c.isspace() or unicodedata.category(c) == "Cc" for c in row[1]):
                fail("white space in a form: %r" % row[1])
            if any(not unicodedata.is_normalized("NFC", c) for c in row):
                fail("not in NFC: %r" % row)
            first = int(row[0].split("-")[0])
            if first != expected:
                fail("ID %s, not %d" % (row[0], expected))
            expected += "-" not in row[0]


def unique(path):
    ids = collections.Counter(value(c, "sent_id") for c, _ in sentences(path))
    if not ids:
        fail("no sentence at all")
    for name, n in ids.items():
        if name is None or n > 1:
            fail("sent_id %s: %d times" % (name, n))


WORDS = """il lo l' l’ un' dell' Dell’ della nell'«Eco» d'oggi po' po’ E' perche' città è perché
casa Casa CASA S.p.A. ecc. dott. n. art. G. Bassi G.B. U.S.A. serie A. a.C. 3,5 1.250 10.30 18:45
12% 25mila '68 7/8 3-0 https://a.it/b?c=1. www.a.it a@b.it. #mare @a rock'n'roll O'Hara ex-sindaco
e/o Q&A km/h 60° n° € 5€ $5 a.b.c x_y -- — – - ... … ! ? ?! !!! . , ; : ( ) [ ] " “ ” « » ' ‘ ’ `
| \\ \\s # ## * _ = + ~ ^ & < > / % e\u0301 😀 日本語 İ ǆ ﬁ ½ ² ª º dell’“Alfa” l'\"
Del Piero DELLA CAVA Alla Scala""".split()
GAPS = [" "] * 12 + ["", "", "  ", "\u00a0", "\u202f", " \u00a0", "\u2009", "\t", "\u200b", "\u00ad"]


def generate(seed):
    """300 records of random text: words, marks, odd white space."""
    rng = random.Random(int(seed))
    for i in range(300):
        text = "".join(rng.choice(WORDS) + rng.choice(GAPS) for _ in range(rng.randint(1, 60)))
        if not any(c.isalnum() for c in text):
            text += "a"
        record = {"id": "g%d" % i, "blocks": [{"type": "paragraph", "text": text}]}
        if i % 3 == 0:
            record["title"] = "".join(rng.choice(WORDS) + rng.choice(GAPS) for _ in range(5)) + "a"
        print(json.dumps(record, ensure_ascii=i % 2 == 0))


def ud_text():
    """"# text" of a treebank on stdin, 20 sentences an article."""
    texts = [l[9:].strip() for l in sys.stdin if l.startswith("# text = ")]
    for i in range(0, len(texts), 20):
        blocks = [{"type": "paragraph", "text": t} for t in texts[i : i + 20]]
        print(json.dumps({"id": "u%d" % i, "title": "Prove", "blocks": blocks}))


def foreign():
    """What no stage of ours writes, and all must pass on."""
    for d in range(3):
        for s in range(4):
            print("# newdoc id = d%d" % d if s == 0 else "# nota = %d" % s)
            if s == 0:
                print("# meta::fonte = x = y")
            print("# sent_id = d%d-%d" % (d, s))
            print("# testo senza uguale\n#  due  blanks\n#senza blank\n# text = Il ponte della cava, forse.")
            print("# sconosciuta = a = b\n# sconosciuta = c")
            print("0.1\tIeri\tieri\tADV\tB\tA=b|C=d\t_\t_\t2:advmod\tCopia=Si|Stem=no|Gloss=no")
            print("1\tIl\t_\t_\tRD\t_\t2\tdet\t2:det\tRef=1|SpaceAfter=Yes")
            print("2\tponte\t_\t_\tS\t_\t0\troot\t0:root\tZ=1|A=2|Senza|Z=3")
            print("3-4\tdella\t_\t_\t_\t_\t_\t_\t_\tRange=Si")
            print("3\tdi\t_\t_\tE\t_\t5\tcase\t5:case\t_")
            print("4\tla\t_\t_\tRD\t_\t5\tdet\t5:det\t_")
            print("5\tcava\t_\t_\tS\t_\t2\tnmod\t2:nmod:di\tSpaceAfter=No")
            print("5.1\tgrande\tgrande\tADJ\tA\t_\t_\t_\t5:amod\t_")
            print("5.2\tvecchia\tvecchio\tADJ\tA\t_\t_\t_\t5:amod\t_")
            print("6\t,\t_\t_\tFF\t_\t7\tpunct\t_\t_")
            print("7\tforse\t_\t_\tB\t_\t2\tadvmod\t_\tSpaceAfter=No")
            print("8\t.\t_\t_\tFS\t_\t2\tpunct\t_\tSpacesAfter=\\s\\n\n")


def untouched(before, after, *options):
    own = dict(zip(options[::2], [o.split(",") for o in options[1::2]]))
    columns = own.get("--columns", [])
    old, new = list(sentences(before)), list(sentences(after))
    if not old or len(old) != len(new):
        fail("%d sentences, not %d" % (len(new), len(old)))
    for (old_comments, old_rows), (new_comments, new_rows) in zip(old, new):
        same("comments", others(old_comments, own), others(new_comments, own))
        same("number of rows", len(old_rows), len(new_rows))
        for a, b in zip(old_rows, new_rows):
            if not a[0].isdigit():
                same("row of a range or an empty node", a, b)
            for i, name in enumerate(COLUMNS[:9]):
                if name not in columns:
                    same(name, a[i], b[i])
            same("MISC", other_misc(a, own), other_misc(b, own))


def same(what, a, b):
    if a != b:
        fail("%s: %r became %r" % (what, a, b))


def others(comments, own):
    keys = own.get("--comments", [])
    return [c for c in comments if not any(c.startswith("# %s =" % k) for k in keys)]


def other_misc(row, own):
    keys = own.get("--misc", [])
    pairs = [p for p in row[9].split("|") if p.split("=")[0] not in keys or "=" not in p]
    return [p for p in pairs if p != "_"]


def untouched_select(before, after):
    """The sentences that are kept have their rows and comments; document comments may come."""
    old = {value(c, "sent_id"): (c, r) for c, r in sentences(before)}
    names = [value(c, "sent_id") for c, _ in sentences(before)]
    kept = []
    for comments, rows in sentences(after):
        name = value(comments, "sent_id")
        kept.append(names.index(name))
        same("rows", old[name][1], rows)
        for c in old[name][0]:
            if c not in comments:
                fail("lost: %r" % c)
        rest = [c for c in comments if c in old[name][0]]
        same("order of the comments", old[name][0], rest)
    same("order of the sentences", sorted(kept), kept)


def documents(path):
    doc = []
    for comments, rows in sentences(path):
        if any(c.startswith("# newdoc") for c in comments) and doc:
            yield doc
            doc = []
        doc.append(comments)
    yield doc


def scores(path):
    for doc in documents(path):
        ranks, by_rank = [], {}
        for comments in doc:
            number = float(value(comments, "score"))
            rank = value(comments, "rank")
            if not 0 <= number <= 1 or len(value(comments, "score")) != 6:
                fail("score %s" % value(comments, "score"))
            if rank is None:
                same("score without a rank", number, 0)
            else:
                ranks.append(int(rank))
                by_rank[int(rank)] = number
        same("ranks", sorted(ranks), list(range(1, len(ranks) + 1)))
        falling = [by_rank[r] for r in sorted(by_rank)]
        same("scores by rank", falling, sorted(falling, reverse=True))
        same("the best score", falling[0], 1)


def words(comments):
    return len(value(comments, "text").split(" "))


def limits(before, after, *options):
    limit = {options[i]: float(options[i + 1]) for i in range(0, len(options), 2)}
    for all_, kept in zip(documents(before), documents(after)):
        chosen = [c for c in kept if value(c, "rank")]
        ranked = [c for c in all_ if value(c, "rank")]
        total, n = sum(map(words, chosen)), len(chosen)
        budget = min(limit.get("-w", 1e9), limit.get("-r", 1) * sum(map(words, ranked)))
        best = next(c for c in ranked if value(c, "rank") == "1")
        quotes = set(value(best, "text")) & set("«»“”\"")  # then it may be a part of a passage
        there = "1" in [value(c, "rank") for c in chosen]
        if not there and words(best) <= budget and not quotes:
            fail("the best sentence is not there")
        if n > limit.get("-n", 1e9) or (n > 1 and total > budget):
            fail("%d sentences of %d words" % (n, total))
        # and no sentence that would have fitted was left out
        left = [c for c in ranked if value(c, "sent_id") not in [value(k, "sent_id") for k in kept]]
        if n < limit.get("-n", 1e9) and any(total + words(c) <= budget for c in left):
            fail("one more sentence would have fitted")


TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def tsv_terms(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            term, english, comment = line.rstrip("\n").split("\t")
            count, _, sentence = comment.partition(": ")
            yield term, english, count, sentence


def csv_terms(path):
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            yield row["term"], row["english"], row["count"], row["sentence"]


def tbx_terms(path):
    for entry in tree.parse(path).iter(TBX + "conceptEntry"):
        it, en = entry.findall(TBX + "langSec")
        same("languages of an entry", [it.get(LANG), en.get(LANG)], ["it", "en"])
        yield (
            it.findtext(".//%sterm" % TBX), en.findtext(".//%sterm" % TBX),
            it.findtext(".//%snote" % TBX), it.findtext(".//%sdescrip" % TBX) or "",
        )


def glossaries(base):
    with open(base + ".json", encoding="utf-8") as text:
        terms = [t for d in json.load(text) for t in d["glossary"]]
    want = [(t["term"], t["english"], str(t["count"])) for t in terms]
    tables = [list(f(base)) for f in (
        lambda b: tsv_terms(b + ".tsv"), lambda b: csv_terms(b + ".csv"),
        lambda b: tbx_terms(b + ".tbx"))]
    for table in tables:
        same("terms", want, [row[:3] for row in table])
        same("sentences", [row[3] for row in tables[0]], [row[3] for row in table])
    if not want or not any(row[3] for row in tables[0]):
        fail("no term, or none in a sentence")


def pairs(tmx, conllu):
    want = [(value(c, "text"), value(c, "text_en")) for c, _ in sentences(conllu)]
    got = []
    for unit in tree.parse(tmx).iter("tu"):
        it, en = unit.findall("tuv")
        same("languages of a unit", [it.get(LANG), en.get(LANG)], ["it", "en"])
        got.append((it.findtext("seg"), en.findtext("seg")))
    same("pairs", sorted(want), sorted(got))


def run_limited(command):
    """Status and megabytes, under a limit of address space that a mistake cannot take the machine."""
    top = 4 << 30

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (top, top))

    done = subprocess.run(command, stdout=subprocess.DEVNULL, preexec_fn=limit)
    return done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def memory(megabytes, *command, status=0):
    got, peak = run_limited(command)
    if got != status:
        fail("status %d" % got)
    if peak > float(megabytes):
        fail("%.0f MB" % peak)


def refused(megabytes, *command):
    """What is too large costs no more memory, and is status 1."""
    memory(megabytes, *command, status=1)


def http_bomb(path):
    """A web archive of one page that unpacks to what is in a gzip file."""
    with open(path, "rb") as packed:
        body = packed.read()
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    size = len(head) + len(body)
    record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    record += "Content-Length: %d\r\n\r\n%s" % (size, head)
    sys.stdout.buffer.write(record.encode() + body + b"\r\n\r\n")


def awkward(kind, size):
    """One line of a kind that a careless scan goes over again and again."""
    unit = {"dotted": "aa.bb.", "plus": "+a", "quotes": "'", "words": "parola", "sentences": "Sì. "}
    print((unit[kind] * int(size))[: int(size)])


CHECKS = {
    "lossless": lossless, "conllu": conllu, "unique": unique, "generate": generate,
    "ud-text": ud_text, "foreign": foreign, "untouched": untouched,
    "untouched-select": untouched_select, "scores": scores, "limits": limits, "memory": memory, "refused": refused,
    "awkward": awkward, "http-bomb": http_bomb, "glossaries": glossaries, "pairs": pairs,
}

CHECKS[sys.argv[1]](*sys.argv[2:])
