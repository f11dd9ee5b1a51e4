package org.citestream.query.ops.cluster;

import java.time.Instant;

/**
 * What changes seldom of a topic.
 *
 * @param bytes of one copy of it on disk, or null if the broker does not tell
 * @param retention for people: 30 d, for ever, last value of a key
 * @param newest time of its newest record, or null
 */
public record TopicDetails(Long bytes, String retention, Instant newest) {

    /** Nothing known yet. */
    public static final TopicDetails UNKNOWN = new TopicDetails(null, "", null);
}
