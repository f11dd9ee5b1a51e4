package org.citestream.query.ops.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.citestream.kit.problem.Problem;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.problem.ProblemException;

/** The places for searches, tails and downloads, each of which holds a client of the broker. Thread-safe. */
@ApplicationScoped
class ReaderPlaces {

    private final Semaphore free;
    private final int all;

    ReaderPlaces(OpsSettings settings) {
        this.all = settings.readers();
        this.free = new Semaphore(all);
    }

    /**
     * Takes a place.
     *
     * @throws ProblemException 503 if there is none
     */
    void take() {
        if (!free.tryAcquire()) {
            throw new ProblemException(Problem.of(
                    503,
                    "Too many readers",
                    "%d searches, tails and downloads run already; end one, or try again later".formatted(all)));
        }
    }

    /** Gives back what {@link #take} took. */
    void giveBack() {
        free.release();
    }
}
