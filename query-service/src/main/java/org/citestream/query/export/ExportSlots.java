package org.citestream.query.export;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** The places for exports: so many in all, and so many for each client, so that nobody holds all of them. Thread-safe. */
@Singleton
class ExportSlots {

    private final int atOnce;
    private final int perClient;
    private final Map<String, Integer> taken = new HashMap<>();
    private int inAll;

    @Inject
    ExportSlots(ExportSettings settings) {
        this(settings.atOnce(), settings.atOncePerClient());
    }

    ExportSlots(int atOnce, int perClient) {
        this.atOnce = atOnce;
        this.perClient = perClient;
    }

    /**
     * Takes a place.
     *
     * @throws TooManyExportsException if there is none, or the client has as many as it may
     */
    synchronized void take(String client) {
        if (taken.getOrDefault(client, 0) >= perClient) {
            throw TooManyExportsException.ofClient();
        }
        if (inAll >= atOnce) {
            throw TooManyExportsException.inAll();
        }
        taken.merge(client, 1, Integer::sum);
        inAll++;
    }

    /** Gives back what {@link #take} took. */
    synchronized void giveBack(String client) {
        taken.computeIfPresent(client, (same, places) -> places == 1 ? null : places - 1);
        inAll--;
    }

    /** How many more exports may begin now. */
    synchronized int free() {
        return atOnce - inAll;
    }
}
