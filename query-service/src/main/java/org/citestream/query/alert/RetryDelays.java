package org.citestream.query.alert;

import java.time.Duration;

/** How long to wait after a failed delivery: doubling with every failure, up to a limit. */
record RetryDelays(Duration first, Duration longest) {

    /** The delay after the n-th failure, counted from 1. */
    Duration of(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
