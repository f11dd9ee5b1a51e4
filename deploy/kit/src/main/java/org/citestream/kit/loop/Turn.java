package org.citestream.kit.loop;

import java.time.Duration;

/** The work of a {@link Loop}, on the loop's thread only. */
@FunctionalInterface
public interface Turn {

    /** Go on at once: there is more to do. */
    Duration AT_ONCE = Duration.ZERO;

    /** Sleep until somebody wakes the loop. */
    Duration UNTIL_WOKEN = Duration.ofDays(365);

    /** There is nothing to do any more: the loop ends in order. */
    Duration END = Duration.ofMillis(-1);

    /**
     * Does a piece of work, and leaves nothing half done when it throws.
     *
     * @return how long to sleep if nobody wakes the loop, or one of the constants
     */
    Duration run() throws Exception;

    /**
     * Passes the time until the next try after a failure. A turn that must keep in touch meanwhile, such as a member of
     * a group, does not just sleep.
     *
     * @return whether it did; false lets the loop sleep
     */
    default boolean rest(Duration pause) throws Exception {
        return false;
    }

    /** Releases what must not outlive a failure; called after each failure, and at the end. */
    default void release() {}
}
