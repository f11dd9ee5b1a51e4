package org.citestream.query.change;

import com.fasterxml.jackson.databind.JsonNode;
import org.citestream.query.tally.Tally;

/** The tallies that a change tells. */
public final class ChangeTally {

    private ChangeTally() {}

    public static Tally of(JsonNode tally) {
        return new Tally(
                tally.get("supporting").asLong(),
                tally.get("mentioning").asLong(),
                tally.get("contrasting").asLong(),
                tally.get("unclassified").asLong(),
                tally.get("notASentence").asLong(),
                tally.get("citingPublications").asLong());
    }
}
