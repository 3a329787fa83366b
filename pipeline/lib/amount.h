/* How much: numbers with their scale, money, percentages, measures; a part of quantity.h. Each
 * reads from word at on and says how many words it took, 0 or false if none. */
#ifndef RASSEGNA_AMOUNT_H
#define RASSEGNA_AMOUNT_H

#include "reader.h"

struct number {
	size_t n;
	struct span text; /* in figures */
	long value;       /* -1: not whole, or a range */
	bool words, plain;
};

/* A number with its scale: 14.8 million. */
struct amount {
	struct number number;
	size_t n;
	struct span figures, scale; /* scale is empty where there is none */
};

struct currency {
	size_t n;
	struct span sign, name; /* one of them is empty */
};

bool read_number(struct reader *r, size_t at, struct number *out);
struct span number_text(const struct number *number); /* one to ten in words if they were so */

bool read_amount(struct reader *r, size_t at, struct amount *out);
struct span amount_text(struct reader *r, const struct amount *amount);

bool read_di(struct reader *r, size_t at); /* the "di" of "10 milioni di euro" */
bool read_leading_sign(struct reader *r, size_t at);
bool read_currency(struct reader *r, size_t at, struct currency *out);
struct span money_text(struct reader *r, const struct currency *currency,
		       const struct amount *amount);
struct core read_money(struct reader *r, size_t at);

bool read_sign(struct reader *r, size_t at); /* plus or minus */
size_t read_percent_sign(struct reader *r, size_t at);
struct core read_percent(struct reader *r, size_t at);
struct core read_unit(struct reader *r, size_t at);

#endif
