package org.citestream.query.mcp.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.citestream.query.tally.ShownTally;
import org.citestream.query.tally.Tally;

/** How a work is cited: its statements by type. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TypeCounts(
        @JsonProperty(required = true) @JsonPropertyDescription("All statements about the work")
        long statements,

        @JsonProperty(required = true) long supporting,
        @JsonProperty(required = true) long mentioning,
        @JsonProperty(required = true) long contrasting,

        @JsonProperty(required = true) @JsonPropertyDescription("The model was not sure enough to say")
        long unclassified,

        @JsonProperty(required = true) @JsonPropertyDescription("Table cells and lists without words to judge")
        long notASentence,

        @JsonProperty(required = true) @JsonPropertyDescription("Works in this index whose reference list names it")
        long citingWorks) {

    public static TypeCounts of(Tally tally) {
        return of(ShownTally.of(tally, 0));
    }

    public static TypeCounts of(ShownTally tally) {
        return new TypeCounts(
                tally.total(),
                tally.supporting(),
                tally.mentioning(),
                tally.contrasting(),
                tally.unclassified(),
                tally.notASentence(),
                tally.citingPublications());
    }
}
