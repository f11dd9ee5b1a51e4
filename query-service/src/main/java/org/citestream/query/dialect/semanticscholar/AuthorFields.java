package org.citestream.query.dialect.semanticscholar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of authors that somebody asked for, checked.
 *
 * @param author of the author
 * @param papers of the author's papers; null when they are not asked for
 */
record AuthorFields(Set<String> author, PaperFields papers) {

    /** All that there are; a homepage is known of nobody here and is answered null. */
    static final Set<String> ALL = Set.of(
            "authorId",
            "externalIds",
            "url",
            "name",
            "affiliations",
            "homepage",
            "paperCount",
            "citationCount",
            "hIndex");

    /** Those that all of an author's papers are read for. */
    private static final Set<String> COUNTED = Set.of("paperCount", "citationCount", "hIndex");

    static final List<String> USUAL = List.of("authorId", "name");

    private static final String PAPERS = "papers";

    /**
     * Reads {@code fields=name,hIndex,papers.title}.
     *
     * @param written null for the usual ones
     * @throws UnknownFieldsException when one is not known
     */
    static AuthorFields read(String written) {
        if (written == null || written.isBlank()) {
            return new AuthorFields(new LinkedHashSet<>(USUAL), null);
        }
        Set<String> author = new LinkedHashSet<>(List.of("authorId"));
        Set<String> unknown = new TreeSet<>();
        List<String> ofPapers = new java.util.ArrayList<>();
        boolean papers = false;
        for (String field : written.split(",", -1)) {
            String name = field.strip();
            if (name.equals(PAPERS)) {
                papers = true;
            } else if (name.startsWith(PAPERS + ".")) {
                papers = true;
                ofPapers.add(name.substring(PAPERS.length() + 1));
            } else if (ALL.contains(name)) {
                author.add(name);
            } else if (!name.isEmpty()) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownFieldsException(unknown);
        }
        return new AuthorFields(
                author, papers ? PaperFields.read(ofPapers.isEmpty() ? null : String.join(",", ofPapers), null) : null);
    }

    /** Whether an author's papers must be counted for these fields. */
    static boolean isCounted(Set<String> fields) {
        return fields.stream().anyMatch(COUNTED::contains);
    }
}
