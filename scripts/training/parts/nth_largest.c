#include "nth_largest.h"

#include <stdint.h>
#include <string.h>

#include "array.h"

static uint32_t
float_bits(float f)
{
	uint32_t bits;

	memcpy(&bits, &f, sizeof(bits));
	return bits;
}

/* The bits above shift, as they stand in order, of the nth largest of those that begin with
 * prefix; *nth is then what is still to be taken of them. */
static uint32_t
rank_bits(const float v[], size_t n, uint32_t prefix, int shift, size_t *nth)
{
	size_t *of = array_new(1 << 16, sizeof(*of));
	uint32_t top = 1 << 16;

	for (size_t i = 0; i < n; i++)
		if (shift == 16 || float_bits(v[i]) >> 16 == prefix)
			of[float_bits(v[i]) >> shift & 0xFFFF]++;
	while (top > 0 && of[top - 1] <= *nth)
		*nth -= of[--top];
	free(of);
	return top > 0 ? top - 1 : 0;
}

float
nth_largest(const float v[], size_t n, size_t nth)
{
	uint32_t high = rank_bits(v, n, 0, 16, &nth);
	uint32_t bits = high << 16 | rank_bits(v, n, high, 0, &nth);
	float f;

	memcpy(&f, &bits, sizeof(f));
	return f;
}
