package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** The works that belong to a work, the most related first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelatedToWork(
        @JsonProperty(required = true) NamedWork work,
        @JsonProperty(required = true) List<WorkWithReason> related,

        @JsonPropertyDescription("The offset of the next page; absent on the last")
        Integer nextOffset,

        @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
        String coverage) {

    /** A related work and why it is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkWithReason(
            @JsonProperty(required = true) NamedWork work,

            @JsonProperty(required = true) @JsonPropertyDescription("Why, in words")
            String reason,

            @JsonProperty(required = true) @JsonPropertyDescription("Works that name both in one bracket, as in [3, 4]")
            long inOneBracket,

            @JsonProperty(required = true) @JsonPropertyDescription("Works that have both in their reference lists")
            long citedTogether,

            @JsonProperty(required = true) @JsonPropertyDescription("Works that both cite")
            long sharedReferences,

            @JsonProperty(required = true) @JsonPropertyDescription("Address of the sentences behind it, for people")
            String sentences) {}
}
