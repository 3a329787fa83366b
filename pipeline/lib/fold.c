#include "fold.h"

#include "utf8.h"

void
fold_repeat(struct buf *out, char c, size_t n)
{
	while (n-- > 0)
		buf_putc(out, c);
}

void
fold_put(struct buf *out, struct span text, size_t column, size_t indent)
{
	struct span word;

	for (bool first = true; span_cut(&text, ' ', &word); first = false) {
		size_t n = utf8_length(word);

		if (!first && column + 1 + n > FOLD_WIDTH) {
			buf_putc(out, '\n');
			fold_repeat(out, ' ', indent);
			column = indent;
		} else if (!first) {
			buf_putc(out, ' ');
			column++;
		}
		buf_put(out, word);
		column += n;
	}
	buf_putc(out, '\n');
}
