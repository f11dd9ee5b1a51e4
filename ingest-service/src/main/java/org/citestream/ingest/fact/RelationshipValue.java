package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whether citing and cited work share an author.
 *
 * @param kind {@code self}, {@code independent} or {@code unknown}
 * @param shared names of the shared authors; empty unless {@code self}
 */
public record RelationshipValue(
        String kind,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> shared) {
    public RelationshipValue {
        shared = shared == null ? List.of() : List.copyOf(shared);
    }
}
