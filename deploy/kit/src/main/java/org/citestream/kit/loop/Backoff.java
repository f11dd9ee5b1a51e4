package org.citestream.kit.loop;

import java.time.Duration;

/** Pauses between retries: each twice as long as the last, up to a maximum. Not safe for use by several threads. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The next pause. */
    public Duration next() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return pause;
    }

    /** After a success the next pause is short again. */
    public void reset() {
        next = first;
    }
}
