package org.citestream.classify.replay;

import java.util.function.Consumer;

/** Runs the candidate's line until it has read all that stands in the log. */
@FunctionalInterface
public interface Replay {

    /**
     * Returns once the log is read to its end.
     *
     * @param told one line on how far it is
     * @throws IllegalStateException if the line failed, saying why
     */
    void run(Consumer<String> told);
}
