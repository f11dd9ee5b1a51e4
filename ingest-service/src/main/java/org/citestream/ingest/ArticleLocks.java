package org.citestream.ingest;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks that keep an article from being ingested twice at the same time; two articles share a lock only by chance.
 * Thread-safe.
 */
@Singleton
class ArticleLocks {
    private static final int STRIPES = 256;

    private final Lock[] stripes = new Lock[STRIPES];

    ArticleLocks() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock(true);
        }
    }

    Lock of(String id) {
        return stripes[Math.floorMod(id.hashCode(), STRIPES)];
    }
}
