package org.citestream.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tallies that changes add up to: of each cited work the {@code after} of its last change. Each change must begin
 * where the one before it ended, else changes are missing. Not thread-safe.
 */
public final class FoldedTallies {

    private final Map<String, JsonNode> tallies = new TreeMap<>();

    /**
     * Takes the next change in.
     *
     * @throws IllegalStateException if a change of this work is missing before this one
     */
    public void take(ChangeConsumer.Change change) {
        JsonNode before = change.value().path("before");
        JsonNode last = tallies.put(change.cited(), change.value().path("after"));
        if (last != null && !last.equals(before)) {
            throw new IllegalStateException("before change " + change.sequence() + " of " + change.cited() + ": "
                    + before + ", but the change before it ended with " + last);
        }
    }

    /** By cited work. */
    public Map<String, JsonNode> tallies() {
        return Map.copyOf(tallies);
    }
}
