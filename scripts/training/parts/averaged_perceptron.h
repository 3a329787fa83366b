/* The averaged perceptron over hashed features: the class of the highest sum of weights; where it
 * is wrong, the weights of the right class go up and those of the wrong one down, and what counts
 * in the end is their mean over all steps.
 * Source: Collins 2002, "Discriminative training methods for hidden Markov models", EMNLP. The mean
 * is taken at the end, from the step of each change: no sums over all weights in between. */
#ifndef RASSEGNA_TRAINING_AVERAGED_PERCEPTRON_H
#define RASSEGNA_TRAINING_AVERAGED_PERCEPTRON_H

#include "lib/perceptron.h"

struct averaged_weights {
	int32_t now[PERCEPTRON_CLASSES];
	int64_t late[PERCEPTRON_CLASSES]; /* each change times the step that made it */
	double sum[PERCEPTRON_CLASSES];   /* of the averages of all learners */
};

struct averaged_feature {
	uint64_t hash; /* 0: free */
	uint32_t count;
	struct averaged_weights *weights; /* NULL: never changed */
	struct span name;                 /* the caller's */
};

/* Starts with all-zero, but step 1. */
struct averaged_perceptron {
	struct averaged_feature *v; /* [cap] open addressing */
	size_t n, cap;
	int64_t step;
};

/* The feature of a hash, or one that is free; good until the next averaged_count, which adds it if
 * it is new. */
struct averaged_feature *averaged_find(const struct averaged_perceptron *p, uint64_t hash);
void averaged_count(struct averaged_perceptron *p, uint64_t hash);

/* Which of the classes n features ask for; learn that it should be gold, where it was got. */
size_t averaged_predict(struct averaged_feature *const v[], size_t n, size_t classes);
void averaged_learn(struct averaged_perceptron *p, struct averaged_feature *const v[], size_t n,
		    size_t gold, size_t got);

/* Put the averages aside and forget all weights: what follows is another learner. */
void averaged_put_aside(struct averaged_perceptron *p);

#endif
