package org.citestream.query.correction;

import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;

/** The problem of a refused correction; nothing was changed. */
final class Refusal {

    private Refusal() {}

    static ProblemException invalid(String detail) {
        return new ProblemException(Problem.of(422, "Not a correction", detail));
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, "Conflict", detail));
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, "Not allowed", detail));
    }
}
