package org.citestream.query.project;

import java.time.Duration;

/** Waits that double up to a limit. Not thread-safe. */
final class Backoff {

    private final Duration first;
    private final Duration limit;
    private Duration next;

    Backoff(Duration first, Duration limit) {
        this.first = first;
        this.limit = limit;
        this.next = first;
    }

    Duration next() {
        Duration now = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(limit) > 0 ? limit : doubled;
        return now;
    }

    void reset() {
        next = first;
    }
}
