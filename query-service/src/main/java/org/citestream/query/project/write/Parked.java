package org.citestream.query.project.write;

import org.citestream.kit.deadletter.Place;

/** A record that went to the dead-letter topic, recorded so that an incomplete article explains itself. */
public record Parked(Place place, String article, String category, String reason) {}
