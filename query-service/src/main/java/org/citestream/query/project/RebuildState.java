package org.citestream.query.project;

import java.time.Instant;

/** How a rebuild of the view stands. */
public sealed interface RebuildState {

    /** None has run since this instance started. */
    record Idle() implements RebuildState {}

    /**
     * The next generation reads the log.
     *
     * @param done offsets passed
     * @param total offsets to pass as known now
     */
    record Filling(int generation, Instant since, long done, long total) implements RebuildState {}

    /** Caught up; writers wait for the swap. */
    record Swapping(int generation, Instant since) implements RebuildState {}

    /**
     * Readers see the new generation.
     *
     * @param changes what was published because old and new differed
     */
    record Done(int generation, Instant since, Instant until, int changes) implements RebuildState {}

    /** Given up; readers go on seeing what they saw. */
    record Failed(Instant since, Instant until, String reason) implements RebuildState {}
}
