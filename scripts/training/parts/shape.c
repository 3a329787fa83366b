#include "shape.h"

#include "lib/utf8.h"

uint32_t
shape_of(struct span word)
{
	return utf8_has_digit(word) ? NUMBER : utf8_is_capital(word) ? CAPITAL : OTHER;
}
