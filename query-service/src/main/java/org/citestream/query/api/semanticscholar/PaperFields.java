package org.citestream.query.api.semanticscholar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields that somebody asked for, checked. */
record PaperFields(Set<String> paper, Set<String> citation) {
    private static final Set<String> PAPER = Set.of(
            "paperId",
            "externalIds",
            "url",
            "title",
            "abstract",
            "venue",
            "year",
            "referenceCount",
            "citationCount",
            "influentialCitationCount",
            "isOpenAccess",
            "openAccessPdf",
            "fieldsOfStudy",
            "publicationTypes",
            "publicationDate",
            "journal",
            "authors");
    private static final Set<String> CITATION = Set.of("contexts", "intents", "contextsWithIntent", "isInfluential");
    private static final List<String> USUAL = List.of("paperId", "title");

    /** What cannot be had. */
    static final class UnknownFieldsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownFieldsException(Set<String> unknown) {
            super("Unrecognized or unsupported fields: " + unknown);
        }
    }

    /**
     * Reads {@code fields=title,authors.name,contexts}. A part of a field ({@code authors.name}) gives the whole field.
     *
     * @param written null for the usual ones
     * @param side {@code citingPaper} or {@code citedPaper} where fields may be asked with that prefix, else null
     * @throws UnknownFieldsException when one is not known
     */
    static PaperFields read(String written, String side) {
        Set<String> paper = new LinkedHashSet<>(USUAL);
        Set<String> citation = new LinkedHashSet<>();
        Set<String> unknown = new TreeSet<>();
        if (written != null) {
            paper.remove("title");
            for (String field : written.split(",", -1)) {
                String name = field.strip();
                if (side != null && name.startsWith(side + ".")) {
                    name = name.substring(side.length() + 1);
                }
                String whole = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
                if (PAPER.contains(whole)) {
                    paper.add(whole);
                } else if (side != null && CITATION.contains(whole)) {
                    citation.add(whole);
                } else if (!name.isEmpty()) {
                    unknown.add(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownFieldsException(unknown);
        }
        return new PaperFields(paper, citation);
    }
}
