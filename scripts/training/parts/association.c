#include "association.h"

#include <math.h>

#include "array.h"

double *
log_factorials(size_t n)
{
	double *lf = array_new(n + 1, sizeof(*lf));

	for (size_t i = 1; i <= n; i++)
		lf[i] = lf[i - 1] + log((double)i);
	return lf;
}

static double
log_choose(const double lf[], size_t n, size_t k)
{
	return lf[n] - lf[k] - lf[n - k];
}

double
association(const double lf[], size_t n, size_t a, size_t b, size_t k)
{
	double all = log_choose(lf, n, b), sum = 0, top;
	size_t most = a < b ? a : b;

	if (k > most || b - k > n - a)
		return 0;
	top = log_choose(lf, a, k) + log_choose(lf, n - a, b - k);
	for (size_t j = k; j <= most && b - j <= n - a; j++) {
		double term = log_choose(lf, a, j) + log_choose(lf, n - a, b - j);

		if (term < top - 40)
			break;
		sum += exp(term - top);
	}
	return all - top - log(sum);
}
