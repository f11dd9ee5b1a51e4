package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** A page of statements. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quotes(
        @JsonProperty(required = true) @JsonPropertyDescription("Statements under all filters, on all pages")
        long matching,

        @JsonProperty(required = true) List<Quote> statements,

        @JsonPropertyDescription("cursor of the next page of a work's statements; absent on the last")
        String nextCursor,

        @JsonPropertyDescription("offset of the next page of a search; absent on the last")
        Integer nextOffset,

        @JsonPropertyDescription("Where nothing was found: the words as the index spells them")
        String didYouMean,

        @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
        String coverage) {}
