package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** Works around one work, and the links between them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CitationGraph(
        @JsonProperty(required = true) String root,

        @JsonProperty(required = true) @JsonPropertyDescription("The root first, then its neighbors, then theirs")
        List<NamedWork> works,

        @JsonProperty(required = true) List<GraphEdge> edges,

        @JsonProperty(required = true)
        @JsonPropertyDescription("Direct neighbors of the root, on all pages; of co-cited works those on this page")
        long neighbors,

        @JsonPropertyDescription("offset of the next page of direct neighbors; absent on the last")
        Integer nextOffset,

        @JsonProperty(required = true)
        @JsonPropertyDescription("Whether neighbors of neighbors were left out because there are too many")
        boolean truncated,

        @JsonProperty(required = true) @JsonPropertyDescription(Coverage.MEANING)
        String coverage) {

    /** A link between two works. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GraphEdge(
            @JsonProperty(required = true) @JsonPropertyDescription("Id of the citing work; of co-cited works the root")
            String from,

            @JsonProperty(required = true) @JsonPropertyDescription("Id of the cited work; of co-cited works the other")
            String to,

            @JsonProperty(required = true) @JsonPropertyDescription("cites or co-cited")
            String kind,

            @JsonPropertyDescription("Whether both works share an author")
            Boolean selfCitation,

            @JsonPropertyDescription("How many works cite both")
            Long citingBoth,

            @JsonPropertyDescription("Address where people read the sentences behind this edge")
            String sentences) {}
}
