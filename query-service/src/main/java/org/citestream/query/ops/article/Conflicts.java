package org.citestream.query.ops.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Identifiers that several works claim, as reported by ingest-service: their number, and the first of them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Conflicts(long total, List<Conflict> conflicts) {

    public Conflicts {
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
    }

    /** One identifier and the works that claim it, as CURIEs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Conflict(String identifier, List<String> claimedBy) {

        public Conflict {
            claimedBy = claimedBy == null ? List.of() : List.copyOf(claimedBy);
        }
    }
}
