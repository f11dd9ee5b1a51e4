package org.citestream.query.dialect.semanticscholar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The requested fields, checked.
 *
 * @param paper of the paper itself, or of the paper on the other side of a citation
 * @param author of the paper's authors; empty where only who they are is asked for
 * @param citation of the citation
 * @param citations of the papers that cite the paper; null when they are not asked for
 * @param references of the papers that it cites; null when they are not asked for
 */
record PaperFields(
        Set<String> paper, Set<String> author, Set<String> citation, Set<String> citations, Set<String> references) {

    private static final String AUTHORS = "authors";

    /** All known fields; some are always null here. */
    private static final Set<String> PAPER = Set.of(
            "paperId",
            "corpusId",
            "externalIds",
            "url",
            "title",
            "abstract",
            "venue",
            "publicationVenue",
            "year",
            "referenceCount",
            "citationCount",
            "influentialCitationCount",
            "isOpenAccess",
            "openAccessPdf",
            "fieldsOfStudy",
            "s2FieldsOfStudy",
            "publicationTypes",
            "publicationDate",
            "journal",
            "citationStyles",
            AUTHORS,
            "embedding",
            "tldr",
            "textAvailability");

    private static final Set<String> CITATION = Set.of("contexts", "intents", "contextsWithIntent", "isInfluential");
    private static final Set<String> COUNTED = Set.of("citationCount", "referenceCount", "influentialCitationCount");
    private static final List<String> USUAL = List.of("paperId", "title");

    /**
     * Reads {@code fields=title,authors.hIndex,contexts,citations.title}. Of authors, citations and references the parts can
     * be chosen; a part of another field ({@code journal.name}) gives the whole field.
     *
     * @param written null for the default fields
     * @param side {@code citingPaper} or {@code citedPaper} if fields may have that prefix, else null
     * @throws UnknownFieldsException when a field is unknown
     */
    static PaperFields read(String written, String side) {
        if (written == null || written.isBlank()) {
            return new PaperFields(new LinkedHashSet<>(USUAL), Set.of(), Set.of(), null, null);
        }
        FieldParser reading = new FieldParser(side);
        for (String field : written.split(",", -1)) {
            reading.add(field.strip());
        }
        if (!reading.unknown.isEmpty()) {
            throw new UnknownFieldsException(reading.unknown);
        }
        return new PaperFields(reading.paper, reading.author, reading.citation, reading.citations, reading.references);
    }

    /** The fields parsed so far. */
    private static final class FieldParser {
        private final String side;
        private final Set<String> paper = new LinkedHashSet<>(List.of("paperId"));
        private final Set<String> author = new LinkedHashSet<>();
        private final Set<String> citation = new LinkedHashSet<>();
        private final Set<String> unknown = new TreeSet<>();
        private Set<String> citations;
        private Set<String> references;

        FieldParser(String side) {
            this.side = side;
        }

        void add(String field) {
            String name = side != null && field.startsWith(side + ".") ? field.substring(side.length() + 1) : field;
            String whole = whole(name);
            String part = name.substring(Math.min(name.length(), whole.length() + 1));
            if (whole.equals(AUTHORS) && !part.isEmpty()) {
                paper.add(AUTHORS);
                (AuthorFields.ALL.contains(part) ? author : unknown).add(AuthorFields.ALL.contains(part) ? part : name);
            } else if (PAPER.contains(whole)) {
                paper.add(whole);
            } else if (side != null && CITATION.contains(whole)) {
                citation.add(whole);
            } else if (side == null && whole.equals("citations")) {
                citations = linked(citations, part);
            } else if (side == null && whole.equals("references")) {
                references = linked(references, part);
            } else if (!name.isEmpty()) {
                unknown.add(name);
            }
        }

        private Set<String> linked(Set<String> before, String field) {
            Set<String> fields = before == null ? new LinkedHashSet<>(List.of("paperId")) : before;
            if (field.isEmpty()) {
                fields.add("title");
            } else if (PAPER.contains(whole(field))) {
                fields.add(whole(field));
            } else {
                unknown.add(field);
            }
            return fields;
        }

        private static String whole(String field) {
            return field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        }
    }

    /** Whether the requested fields of the paper need counts. */
    boolean counted() {
        return counted(paper);
    }

    static boolean counted(Set<String> fields) {
        return fields.stream().anyMatch(COUNTED::contains);
    }

    /** Whether the requested fields need the paper's links. */
    boolean needsKeys() {
        return counted() || citations != null || references != null;
    }
}
