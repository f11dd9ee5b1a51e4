package org.citestream.query.article;

import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;

/**
 * An article that was withdrawn and has not been added again.
 *
 * @param at when (RFC 3339)
 * @param why the reason that was given, or null
 * @param by who withdrew it on the dashboard, or null if ingest-service was asked directly
 * @param supersededBy CURIE of the article that replaces it, or null
 */
public record Withdrawal(String article, String at, String why, String by, String supersededBy) {

    /** In a sentence: who, when and why. */
    public String words() {
        StringBuilder words = new StringBuilder("withdrawn on " + at.substring(0, Math.min(10, at.length())));
        if (by != null) {
            words.append(" by ").append(by);
        }
        if (why != null && !why.isBlank()) {
            words.append(": ").append(why.strip());
        }
        if (supersededBy != null) {
            words.append("; ").append(supersededBy).append(" takes its place");
        }
        return words.toString();
    }

    /** Status 410: all we know is that it was withdrawn. */
    public ProblemException gone() {
        Problem problem = Problem.of(410, "Withdrawn", "Article %s was %s".formatted(article, words()))
                .with("withdrawnAt", at);
        return new ProblemException(supersededBy == null ? problem : problem.with("supersededBy", supersededBy));
    }
}
