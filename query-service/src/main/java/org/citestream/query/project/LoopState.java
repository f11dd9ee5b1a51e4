package org.citestream.query.project;

import org.citestream.kit.deadletter.Place;

/** The state of the projection, for health checks and the dashboard. */
public sealed interface LoopState {

    /** Not started, or not yet connected to broker and database. */
    record Starting(String waitingFor) implements LoopState {}

    record Running() implements LoopState {}

    /** Paused by an order on the control topic. */
    record Paused() implements LoopState {}

    /** The broker or the database is unreachable; nothing is lost. */
    record Waiting(String reason) implements LoopState {}

    /** Ended in order. */
    record Ended() implements LoopState {}

    /**
     * Stopped by a bug of ours or a log that lost records; an operator must look into it.
     *
     * @param at the record that could not be written, which an operator may order to be skipped; null if there is none
     */
    record Stopped(String reason, Place at) implements LoopState {

        /** For failures that no single record caused. */
        Stopped(String reason) {
            this(reason, null);
        }
    }
}
