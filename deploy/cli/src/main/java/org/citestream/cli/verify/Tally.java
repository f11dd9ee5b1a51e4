package org.citestream.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;

/** The numbers of one cited work. */
record Tally(
        long supporting,
        long mentioning,
        long contrasting,
        long unclassified,
        long notASentence,
        long citingPublications) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** As changes write it. */
    static Tally of(JsonNode value) {
        return new Tally(
                value.path("supporting").asLong(),
                value.path("mentioning").asLong(),
                value.path("contrasting").asLong(),
                value.path("unclassified").asLong(),
                value.path("notASentence").asLong(),
                value.path("citingPublications").asLong());
    }

    @Override
    public String toString() {
        return "%d supporting, %d mentioning, %d contrasting, %d unclassified, %d not a sentence, %d citing"
                .formatted(supporting, mentioning, contrasting, unclassified, notASentence, citingPublications);
    }
}
