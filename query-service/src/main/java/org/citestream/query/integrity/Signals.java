package org.citestream.query.integrity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the reference list and the sentences of an article show, as counts with their definitions. Each has harmless reasons: they
 * are places to look at, no verdicts.
 *
 * @param publication CURIE of the article
 * @param signals empty if its reference list is not known
 */
public record Signals(String publication, List<Signal> signals) {

    public Signals {
        signals = List.copyOf(signals);
    }

    /**
     * One of them.
     *
     * @param name uncited, self, reciprocal, largeGroups, onlyLargeGroups or unlisted
     * @param count how many; absent where it cannot be known here
     * @param of of how many; absent where it cannot be known here
     * @param definition what is counted
     */
    public record Signal(String name, Long count, Long of, String definition) {

        /** Count of {@link #of}, 0 to 1; null where there is nothing to count. */
        @JsonProperty
        public Double share() {
            return count == null || of == null || of == 0 ? null : (double) count / of;
        }
    }
}
