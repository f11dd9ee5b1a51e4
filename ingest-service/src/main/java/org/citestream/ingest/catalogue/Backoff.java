package org.citestream.ingest.catalogue;

import java.time.Duration;

/** Pauses that double up to a limit. Stateless. */
final class Backoff {
    private Backoff() {}

    static Duration next(Duration pause, CatalogueSettings settings) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.longestBackoff()) > 0 ? settings.longestBackoff() : doubled;
    }
}
