package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** How several works are cited. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkTallies(
        @JsonProperty(required = true) List<NamedTally> works,

        @JsonProperty(required = true) @JsonPropertyDescription("Ids that this index does not know")
        List<String> notHeld,

        @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
        String coverage) {

    /** One work. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NamedTally(
            @JsonProperty(required = true) @JsonPropertyDescription("The id as it was asked for")
            String asked,

            @JsonProperty(required = true) NamedWork work,
            @JsonProperty(required = true) TypeCounts tally,

            @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
            String coverage) {}
}
