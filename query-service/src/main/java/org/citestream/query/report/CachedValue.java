package org.citestream.query.report;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A value that is expensive to compute, computed again only when it has become too old, however many callers there are.
 * Thread-safe.
 */
public final class CachedValue<T> {

    private final Duration keep;
    private final Supplier<T> counting;
    private T counted;
    private Instant until = Instant.MIN;

    public CachedValue(Duration keep, Supplier<T> counting) {
        this.keep = keep;
        this.counting = counting;
    }

    public synchronized T get() {
        if (!Instant.now().isBefore(until)) {
            counted = counting.get();
            until = Instant.now().plus(keep);
        }
        return counted;
    }
}
