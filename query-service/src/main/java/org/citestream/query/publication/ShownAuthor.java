package org.citestream.query.publication;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An author: a person, or a group ({@code collective}). All parts may be absent. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShownAuthor(String family, String given, String orcid, String affiliation, String collective) {

    /** For lists: without the affiliation. */
    ShownAuthor brief() {
        return affiliation == null ? this : new ShownAuthor(family, given, orcid, null, collective);
    }

    /** What a text calls the author: the family name, else the whole name. */
    public String familyOrName() {
        return family == null ? name() : family;
    }

    /** Given name and family name, or the group's name. */
    public String name() {
        if (collective != null) {
            return collective;
        }
        return Stream.of(given, family)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
