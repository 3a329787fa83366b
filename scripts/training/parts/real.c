#include "real.h"

#include <err.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "lines.h"

bool
real_parse(struct span text, double *value)
{
	char copy[64], *end;

	if (text.n == 0 || text.n >= sizeof(copy))
		return false;
	memcpy(copy, text.s, text.n);
	copy[text.n] = '\0';
	*value = strtod(copy, &end);
	return end != copy && *end == '\0';
}

double
real_option(const char *arg, const char *what, double least, double most)
{
	double v;

	if (!real_parse(span_of(arg), &v) || !(v >= least && v <= most))
		errx(EX_TROUBLE, "%s: %s must be a number from %g to %g", arg, what, least, most);
	return v;
}

double
real_read(const struct input *in, struct span text)
{
	double v;

	if (!real_parse(text, &v) || !isfinite(v))
		lines_bad(in, "no number", text);
	return v;
}
