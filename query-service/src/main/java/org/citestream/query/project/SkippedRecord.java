package org.citestream.query.project;

import org.citestream.kit.deadletter.Place;

/** How the audit records an order to skip a record. */
public final class SkippedRecord {

    /** The action of the audit entry. */
    public static final String ACTION = "skip";

    private SkippedRecord() {}

    /** The target of the audit entry. */
    public static String target(Place place) {
        return "%s-%d@%d".formatted(place.topic(), place.partition(), place.offset());
    }
}
