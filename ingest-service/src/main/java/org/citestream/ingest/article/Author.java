package org.citestream.ingest.article;

import java.util.List;

/**
 * A person or a group that wrote a publication.
 *
 * @param family family name, or the whole name of a group
 * @param given given names or initials as printed; null for a group
 * @param orcid the bare id, {@code 0000-0002-1825-0097}; null when not given or malformed
 * @param affiliations as printed
 * @param institutions those of them that have a ROR id
 * @param group whether this is a collaboration and not a person
 */
public record Author(
        String family,
        String given,
        String orcid,
        List<String> affiliations,
        List<Institution> institutions,
        boolean group) {
    public Author {
        if (family == null || family.isBlank()) {
            throw new IllegalArgumentException("an author needs a name");
        }
        affiliations = List.copyOf(affiliations);
        institutions = List.copyOf(institutions);
    }

    /** One whose affiliations have no ids. */
    public Author(String family, String given, String orcid, List<String> affiliations, boolean group) {
        this(family, given, orcid, affiliations, List.of(), group);
    }

    /** A person of whom only the printed name is known. */
    public static Author person(String family, String given) {
        return new Author(family, given, null, List.of(), false);
    }

    /** A collaboration. */
    public static Author group(String name) {
        return new Author(name, null, null, List.of(), true);
    }

    /** Given names before the family name, as a page prints it. */
    public String displayName() {
        return given == null ? family : given + " " + family;
    }
}
