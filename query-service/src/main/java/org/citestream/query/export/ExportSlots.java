package org.citestream.query.export;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** The slots for exports, limited in total and per client, so that no client holds all of them. Thread-safe. */
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
     * Takes a slot.
     *
     * @throws TooManyExportsException if none is free, or the client has reached its limit
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

    /** How many more exports may start now. */
    synchronized int free() {
        return atOnce - inAll;
    }
}
