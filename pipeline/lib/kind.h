/* Kinds of Italian words: rows "lemma TAB kind" of models/word-kinds.tsv. */
#ifndef RASSEGNA_KIND_H
#define RASSEGNA_KIND_H

#include "source.h"
#include "table.h"

/* verbs */
#define ALONE SPAN("alone")   /* no object: the noun behind is the subject */
#define ESSERE SPAN("essere") /* perfect with "essere", and no passive of that form */
#define LEADS SPAN("leads")   /* the same where an expression goes on: "è finito in manette" */
#define PREDICATE SPAN("predicate")   /* the noun behind may be a predicate */
#define PLEASES SPAN("pleases")       /* who it pleases is the subject in English */
#define INFINITIVE SPAN("infinitive") /* one follows, and its object stands before both */
#define SAY SPAN("say")               /* who speaks may follow */
#define SAID SPAN("said")             /* "said" is what English calls it */
#define WHOM SPAN("whom")             /* done to somebody, hardly to a thing */
#define PASSIVE SPAN("passive")       /* with "si" too, whatever the dictionary says */
#define GOAL SPAN("goal") /* what stands before it in Italian stands behind in English */
/* nouns */
#define PERSON SPAN("person")
#define GIVEN SPAN("given")   /* a given name; by its form, not its lemma */
#define TIME SPAN("time")     /* "la prossima settimana" is no subject */
#define EITHER SPAN("either") /* a person whose gender in grammar says nothing */

bool is_of_kind(const struct table *kinds, const struct source_word *w, struct span kind);

#endif
