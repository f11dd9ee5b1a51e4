package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** To what extent a work cites works with editorial notices, and whether it has one itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetractionExposure(
        @JsonProperty(required = true) @JsonPropertyDescription("The work; its notices are its own")
        NamedWork work,

        @JsonProperty(required = true) @JsonPropertyDescription("Works in its reference list")
        long references,

        @JsonProperty(required = true) @JsonPropertyDescription("Of these, works with any notice")
        long noticed,

        @JsonProperty(required = true)
        @JsonPropertyDescription("Of these, works with a retraction, a withdrawal or an expression of concern")
        long warnings,

        @JsonProperty(required = true) @JsonPropertyDescription("The first of them in the order of the reference list")
        List<NoticedCitation> cited,

        @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
        String coverage) {

    /** A cited work with notices. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoticedCitation(
            @JsonProperty(required = true) NamedWork work,

            @JsonProperty(required = true)
            @JsonPropertyDescription("With whether the citing work was published before or after")
            List<Quote.StandingNotice> notices,

            @JsonProperty(required = true) @JsonPropertyDescription("Sentences that cite it")
            long statements,

            @JsonProperty(required = true) @JsonPropertyDescription("Of these, sentences that mention the notice")
            long admitting) {}
}
