package org.citestream.kit.topic;

import java.util.Map;
import java.util.Objects;

/**
 * A topic as it must be. Immutable.
 *
 * @param partitions at least 1
 * @param config the settings that matter; any other may be what the broker likes
 */
public record Topic(String name, int partitions, Map<String, String> config) {

    public Topic {
        Objects.requireNonNull(name, "name");
        config = Map.copyOf(config);
        if (partitions < 1) {
            throw new IllegalArgumentException(name + " needs at least one partition");
        }
    }
}
