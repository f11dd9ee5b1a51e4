package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A part of all values of one facet, the most frequent first.
 *
 * @param next the offset of the next part; absent on the last
 */
public record FacetValues(String facet, List<Value> values, Integer next) {

    public FacetValues {
        values = List.copyOf(values);
    }

    /** How many statements have the value; {@code label} is the title or name where the value is an id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(String value, String label, long count) {}
}
