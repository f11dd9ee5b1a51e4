package org.citestream.query.http;

import java.util.Optional;
import org.citestream.kit.problem.Problem;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.export.cite.UnknownStyleException;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.search.BadQueryException;

/** Problems for what is wrong with a request, however it came in. Stateless. */
public final class Problems {

    private Problems() {}

    /** The problem; empty for unexpected failures. */
    public static Optional<Problem> of(Throwable failure) {
        if (failure instanceof ProblemException ended) {
            return Optional.of(ended.problem());
        }
        if (failure instanceof BadParameterException bad) {
            return Optional.of(Problem.badParameter(bad.parameter(), bad.getMessage()));
        }
        if (failure instanceof BadQueryException bad) {
            return Optional.of(Problem.badParameter("q", bad.getMessage()).with(ProblemMappers.PLACE, bad.position()));
        }
        if (failure instanceof UnknownStyleException unknown) {
            return Optional.of(Problem.badParameter(unknown.parameter(), unknown.getMessage()));
        }
        if (failure instanceof DatabaseUnavailableException) {
            return Optional.of(Problem.of(
                    503, "Service unavailable", "The database did not answer; nothing is lost, try again in a moment"));
        }
        return Optional.empty();
    }
}
