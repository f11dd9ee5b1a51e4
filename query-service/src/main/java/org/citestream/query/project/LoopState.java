package org.citestream.query.project;

import org.citestream.kit.deadletter.Place;

/** What the loop is doing, for health checks and the dashboard. */
public sealed interface LoopState {

    /** Not begun, or not yet in reach of broker and database. */
    record Starting(String waitingFor) implements LoopState {}

    record Running() implements LoopState {}

    /** Told to wait by the control topic. */
    record Paused() implements LoopState {}

    /** Broker or database are away; nothing is lost. */
    record Waiting(String reason) implements LoopState {}

    /** Ended in order. */
    record Ended() implements LoopState {}

    /**
     * Ended by a bug in us or a log that is not what it was; people must look.
     *
     * @param at the record that it could not write, which an operator may order to be skipped; null where it is none
     */
    record Stopped(String reason, Place at) implements LoopState {

        /** For what no single record is the cause of. */
        Stopped(String reason) {
            this(reason, null);
        }
    }
}
