package org.citestream.classify.intake;

import java.util.Map;

/** A topic as it must be. */
public record Topic(String name, int partitions, Map<String, String> config) {

    public Topic {
        config = Map.copyOf(config);
        if (partitions < 1) {
            throw new IllegalArgumentException(name + " needs at least one partition");
        }
    }
}
