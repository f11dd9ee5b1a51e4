package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** A bibliography checked against the index. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferenceCheck(
        @JsonProperty(required = true) @JsonPropertyDescription("One for each reference, in its order")
        List<Checked> references,

        @JsonProperty(required = true)
        @JsonPropertyDescription(
                "References whose work has a notice that warns: retraction, withdrawal, expression of concern")
        long warnings,

        @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
        String coverage) {

    /** One reference. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Checked(
            @JsonProperty(required = true) @JsonPropertyDescription("As it was given")
            String given,

            @JsonProperty(required = true)
            @JsonPropertyDescription(
                    "Whether this index knows the work. One that it does not know may exist all the same")
            boolean held,

            @JsonPropertyDescription("id or title: how it was found")
            String foundBy,

            NamedWork work,
            TypeCounts tally,

            @JsonProperty(required = true)
            @JsonPropertyDescription("Whether the work must not be relied upon as it stands")
            boolean warns) {}
}
