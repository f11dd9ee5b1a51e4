package org.citestream.query.tally;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Statements of one cited publication per type, and how many distinct works name it in their reference lists.
 * Statements are not publications: {@code citingPublications} may exceed or fall short of {@link #total()}.
 */
@JsonPropertyOrder("total")
public record Tally(long supporting, long mentioning, long contrasting, long unclassified, long citingPublications) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally {
        if (supporting < 0 || mentioning < 0 || contrasting < 0 || unclassified < 0 || citingPublications < 0) {
            throw new IllegalArgumentException("no count of a tally may be negative: %d, %d, %d, %d, %d"
                    .formatted(supporting, mentioning, contrasting, unclassified, citingPublications));
        }
    }

    /** The sum of both. Works that cite both count twice. */
    public Tally plus(Tally other) {
        return new Tally(
                supporting + other.supporting,
                mentioning + other.mentioning,
                contrasting + other.contrasting,
                unclassified + other.unclassified,
                citingPublications + other.citingPublications);
    }

    /** All statements, whatever their type. */
    @JsonProperty
    public long total() {
        return supporting + mentioning + contrasting + unclassified;
    }
}
