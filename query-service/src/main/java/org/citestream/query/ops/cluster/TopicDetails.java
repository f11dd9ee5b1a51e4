package org.citestream.query.ops.cluster;

import java.time.Instant;

/**
 * Facts of a topic that change slowly.
 *
 * @param bytes size of one replica on disk, or null if the broker does not report it
 * @param retention for people: 30 d, for ever, last value of a key
 * @param newest time of its newest record, or null
 */
public record TopicDetails(Long bytes, String retention, Instant newest) {

    /** Nothing is known yet. */
    public static final TopicDetails UNKNOWN = new TopicDetails(null, "", null);
}
