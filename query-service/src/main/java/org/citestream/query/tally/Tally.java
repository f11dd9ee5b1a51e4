package org.citestream.query.tally;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Statements of one cited publication per type, and how many distinct works name it in their reference lists.
 * Statements are not publications: {@code citingPublications} may exceed or fall short of {@link #total()}.
 *
 * @param unclassified those for which the model was not sure enough
 * @param notASentence those without words, such as a table's cell: of no class, but part of the total
 */
@JsonPropertyOrder("total")
public record Tally(
        long supporting,
        long mentioning,
        long contrasting,
        long unclassified,
        long notASentence,
        long citingPublications) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally {
        if (Math.min(Math.min(supporting, mentioning), Math.min(contrasting, unclassified)) < 0
                || Math.min(notASentence, citingPublications) < 0) {
            throw new IllegalArgumentException("no count of a tally may be negative: %d, %d, %d, %d, %d, %d"
                    .formatted(supporting, mentioning, contrasting, unclassified, notASentence, citingPublications));
        }
    }

    /** The sum of both. Works that cite both count twice. */
    public Tally plus(Tally other) {
        return new Tally(
                supporting + other.supporting,
                mentioning + other.mentioning,
                contrasting + other.contrasting,
                unclassified + other.unclassified,
                notASentence + other.notASentence,
                citingPublications + other.citingPublications);
    }

    /** All without a class, for formats that have one word for it. */
    public long unanswered() {
        return unclassified + notASentence;
    }

    /** All statements, whatever their type. */
    @JsonProperty
    public long total() {
        return supporting + mentioning + contrasting + unclassified + notASentence;
    }
}
