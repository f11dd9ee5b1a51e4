package org.citestream.query.project;

import java.time.Instant;

/** The state of a rebuild of the view. */
public sealed interface RebuildState {

    /** None has run since this instance started. */
    record Idle() implements RebuildState {}

    /**
     * The next generation is being filled from the log.
     *
     * @param done offsets passed
     * @param total offsets to pass, as currently known
     */
    record Filling(int generation, Instant since, long done, long total) implements RebuildState {}

    /** Caught up; writers are waiting for the swap. */
    record Swapping(int generation, Instant since) implements RebuildState {}

    /**
     * Readers see the new generation.
     *
     * @param changes number of changes published because the generations differed
     */
    record Done(int generation, Instant since, Instant until, int changes) implements RebuildState {}

    /** Failed or cancelled; readers keep seeing what they saw. */
    record Failed(Instant since, Instant until, String reason) implements RebuildState {}
}
