package org.citestream.query.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Section;

/**
 * What the index knows of one statement; title, authors, journal, year and type of publication are the citing work's.
 *
 * @param citing CURIE
 * @param cited CURIE of the work it is known as
 * @param dois of the citing and of the cited work
 */
public record StatementDocument(
        UUID id,
        String citing,
        String cited,
        List<String> dois,
        String text,
        String before,
        String after,
        String headings,
        String title,
        List<String> authors,
        String journal,
        String publicationType,
        Integer year,
        String licence,
        Section section,
        CitationType type,
        Position position,
        Relationship relationship) {
    public StatementDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(citing, "citing");
        Objects.requireNonNull(cited, "cited");
        Objects.requireNonNull(text, "text");
        dois = List.copyOf(dois);
        authors = List.copyOf(authors);
    }
}
