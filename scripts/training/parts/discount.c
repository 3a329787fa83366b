#include "discount.h"

void
discounts(const double of[5], double d[4])
{
	double y = of[1] > 0 ? of[1] / (of[1] + 2 * of[2]) : 0;

	for (int r = 1; r < 4; r++)
		d[r] = of[r] > 0 ? r - (r + 1) * y * of[r + 1] / of[r] : 0;
}
