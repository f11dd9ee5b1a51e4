package org.citestream.query.ops.survey;

/**
 * Records whose time tells nothing, as the loops counted them since their services started.
 *
 * @param future more than a minute ahead of the clock of who read them
 * @param missing without a time
 */
public record OddTimes(long future, long missing) {

    /** What is counted apart. */
    record OddTimeKind(String topic, String name) {}

    public boolean any() {
        return future + missing > 0;
    }
}
