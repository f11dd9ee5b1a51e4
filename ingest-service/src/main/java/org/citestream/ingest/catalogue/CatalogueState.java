package org.citestream.ingest.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** The state of the catalogue's loop, for health checks. Thread-safe. */
@ApplicationScoped
public class CatalogueState {
    private volatile boolean topicsInOrder;
    private volatile boolean caughtUp;
    private volatile boolean holding;
    private volatile String failure;
    private final AtomicBoolean idsChanged = new AtomicBoolean(true);

    void topicsAreInOrder() {
        topicsInOrder = true;
    }

    void caughtUp() {
        caughtUp = true;
    }

    void holding(boolean waiting) {
        holding = waiting;
    }

    /** Readings make other ids than before, or former ones again. */
    void idsChanged() {
        idsChanged.set(true);
    }

    /** Whether ids have changed since this was last asked. */
    boolean takeIdsChanged() {
        return idsChanged.getAndSet(false);
    }

    void failed(String why) {
        failure = why;
    }

    /** Whether every topic is there as the contract needs it. */
    public boolean hasTopicsInOrder() {
        return topicsInOrder;
    }

    /** Whether everything that was in the log at the start is in the catalogue. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Whether the loop is waiting for an unavailable database or broker. */
    public boolean isHolding() {
        return holding;
    }

    /** Why the loop has stopped for good; null while it runs. */
    public String failure() {
        return failure;
    }
}
