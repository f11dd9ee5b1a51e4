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

    /** The number of statements with a value; {@code label} is the title if the value is a publication's id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(String value, String label, long count) {}
}
