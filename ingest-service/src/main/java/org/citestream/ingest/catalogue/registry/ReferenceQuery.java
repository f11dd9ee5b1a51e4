package org.citestream.ingest.catalogue.registry;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.ingest.article.Reference;

/** The words of a reference that find it in a registry: first author, title, container, year. */
final class ReferenceQuery {
    private static final int MOST_CHARACTERS = 300;

    private ReferenceQuery() {}

    /** Empty when the reference has neither a title nor a text of its own. */
    static String of(Reference reference) {
        if (reference.title() == null && reference.raw().isBlank()) {
            return "";
        }
        String words = reference.title() == null
                ? reference.raw()
                : Stream.of(
                                reference.authors().isEmpty()
                                        ? null
                                        : reference.authors().get(0).family(),
                                reference.title(),
                                reference.container(),
                                reference.year())
                        .filter(part -> part != null)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
        return words.length() > MOST_CHARACTERS ? words.substring(0, MOST_CHARACTERS) : words;
    }
}
