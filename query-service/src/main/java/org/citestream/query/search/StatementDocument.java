package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/**
 * What the index knows of one statement; title, authors, journal, year and type of publication are the citing work's.
 *
 * @param citing CURIE
 * @param cited CURIE of the work it is known as
 * @param dois of the citing and of the cited work
 * @param codes of the facets that belong to the statement itself; an absent one is unknown
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
        Map<Facet, Integer> codes) {
    public StatementDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(citing, "citing");
        Objects.requireNonNull(cited, "cited");
        Objects.requireNonNull(text, "text");
        dois = List.copyOf(dois);
        authors = List.copyOf(authors);
        codes = Map.copyOf(codes);
    }

    /** The code of a facet that belongs to the statement itself. */
    int code(Facet facet) {
        return codes.getOrDefault(facet, 0);
    }

    /** The name of that code. */
    String name(Facet facet) {
        return facet.codes().name(code(facet));
    }
}
