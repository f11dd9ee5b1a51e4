package org.citestream.query.collection;

import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;

/** Why something is not done to a collection. Stateless. */
final class CollectionProblems {

    private CollectionProblems() {}

    static Problem notAllowed(String detail) {
        return Problem.of(403, "Not allowed", detail);
    }

    static ProblemException tooMany(String detail) {
        return new ProblemException(Problem.of(422, "Too many", detail));
    }
}
