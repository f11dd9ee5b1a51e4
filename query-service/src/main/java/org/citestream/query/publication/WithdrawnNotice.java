package org.citestream.query.publication;

import java.time.Instant;

/**
 * An editorial notice that no source stands by any more.
 *
 * @param date of the notice, as precise as known; null if unknown
 * @param at when that became known here
 * @param why in a few words, or null
 */
public record WithdrawnNotice(String kind, String date, Instant at, String why) {}
