package org.citestream.query.dialect.scite;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Sums over the whole index. One field is misspelled in scite's API, and stays so.
 *
 * @param citationsTotal citation statements
 * @param citationsNewTotal statements added during the last thirty days
 * @param citationsDistinctSources distinct citing works
 * @param selfCitesTotal statements whose citing and cited work share an author
 * @param uniqueCitations pairs of a citing and a cited work
 */
record Stats(
        long citationsTotal,
        long citationsNewTotal,
        long papersTotal,
        long citationsDistinctSources,
        long authorsTotal,
        @JsonProperty("affilationsTotal") long affiliationsTotal,
        long publishersTotal,
        long journalsTotal,
        long selfCitesTotal,
        long uniqueCitations,
        long citationStatementsTotal,
        long contrastingTotal,
        long mentioningTotal,
        long supportingTotal,
        long introductionTotal,
        long methodsTotal,
        long resultsTotal,
        long discussionTotal,
        long otherTotal) {

    /** How the works of one subject are cited. */
    record Subject(
            String displayName,
            long publications,
            long citationStatements,
            long contrasting,
            long mentioning,
            long supporting,
            long uniqueCitations) {}
}
