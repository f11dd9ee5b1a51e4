package org.citestream.query.project;

import org.citestream.kit.deadletter.Place;

/** How the audit names an order to pass over a record. */
public final class SkippedRecord {

    /** The action of such an entry. */
    public static final String ACTION = "skip";

    private SkippedRecord() {}

    /** The target of such an entry. */
    public static String target(Place place) {
        return "%s-%d@%d".formatted(place.topic(), place.partition(), place.offset());
    }
}
