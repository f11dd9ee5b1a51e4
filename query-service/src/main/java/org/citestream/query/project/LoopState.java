package org.citestream.query.project;

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

    /** Ended by a bug in us or a log that is not what it was; people must look. */
    record Stopped(String reason) implements LoopState {}
}
