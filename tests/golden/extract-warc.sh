# pages of a web crawl, plain and packed by record; other records are passed over and counted
. "$GOLDEN/inputs"
pack <<'END'
import gzip

def record(kind, body, url="https://example.org/ponte"):
    head = "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n" % (kind, url)
    head += "WARC-Date: 2025-05-02T08:00:00Z\r\nContent-Length: %d\r\n\r\n" % len(body)
    return head.encode() + body + b"\r\n\r\n"

def response(body, *headers, status="200 OK"):
    lines = ["HTTP/1.1 " + status] + list(headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

page = "<html><body><p>Il ponte di Vallefonda è aperto da oggi, dice il sindaco.</p></body></html>"
html = "Content-Type: text/html"
latin = page.encode("windows-1252")
utf8 = page.encode()
chunks = b"".join(b"%x\r\n%s\r\n" % (len(utf8[i:i + 40]), utf8[i:i + 40]) for i in range(0, len(utf8), 40))
records = [
    record("warcinfo", b"software: nessuno\r\n", ""),
    record("response", response(latin, html + "; charset=ISO-8859-1")),
    record("request", b"GET /ponte HTTP/1.1\r\n\r\n"),
    record("response", response(chunks + b"0\r\n\r\n", html, "Transfer-Encoding: chunked")),
    record("response", response(gzip.compress(utf8, mtime=0), html, "Content-Encoding: gzip")),
    record("response", response(utf8, html, status="404 Not Found")),
    record("response", response(b"\x89PNG\0", "Content-Type: image/png")),
    record("response", response(b"\0\0\0", html, "Content-Encoding: br")),
    record("response", response(b"Il ponte riapre.", "Content-Type: text/plain"), "<https://example.org/b>"),
]
open("crawl.warc", "wb").write(b"".join(records))
open("crawl.warc.gz", "wb").write(b"".join(gzip.compress(r, mtime=0) for r in records))
bad = records[3].replace(b"Content-Length: ", b"Content-Length: 1")
open("guasto.warc", "wb").write(records[1] + bad + records[4] + records[8][:-30])
members = [bytearray(gzip.compress(r, mtime=0)) for r in records]
members[3][60] ^= 0xFF
open("guasto.warc.gz", "wb").write(b"".join(members[1:9])[:-20])
END
for file in crawl.warc crawl.warc.gz guasto.warc guasto.warc.gz; do
	echo "== $file"
	rassegna-extract $file 2>err
	echo "status $?"
	cat err
done
