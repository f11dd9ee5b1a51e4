package org.citestream.query.api.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.report.ShownAuthor;
import org.citestream.query.report.ShownPublication;

/** Our publications in Semantic Scholar's words. Stateless. */
final class Papers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Counts that a paper may be asked for. */
    record Counts(long citations, long references, long influential) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    private Papers() {}

    /**
     * The fields asked for. {@code paperId} is our CURIE: stable, never null, and accepted wherever a paper is asked for.
     *
     * @param publicUrl address of this host without a slash at its end
     */
    static ObjectNode paper(ShownPublication work, Set<String> fields, Counts counts, String publicUrl) {
        ObjectNode paper = JSON.objectNode();
        for (String field : fields) {
            switch (field) {
                case "paperId" -> paper.put("paperId", work.id());
                case "externalIds" -> paper.set("externalIds", externalIds(work));
                case "url" -> paper.put("url", publicUrl + "/reports/" + work.id());
                case "title" -> paper.put("title", work.title());
                case "abstract" -> paper.put("abstract", work.summary());
                case "venue" -> paper.put("venue", work.journal() == null ? "" : work.journal());
                case "year" -> paper.put("year", work.year());
                case "referenceCount" -> paper.put("referenceCount", counts.references());
                case "citationCount" -> paper.put("citationCount", counts.citations());
                case "influentialCitationCount" -> paper.put("influentialCitationCount", counts.influential());
                case "isOpenAccess" -> paper.put("isOpenAccess", isOpen(work));
                case "openAccessPdf" -> paper.set("openAccessPdf", openAccess(work));
                case "fieldsOfStudy" -> paper.set("fieldsOfStudy", texts(work.subjects()));
                case "publicationTypes" -> paper.set("publicationTypes", types(work));
                case "publicationDate" -> paper.put("publicationDate", day(work.published()));
                case "journal" -> paper.set("journal", journal(work));
                case "authors" -> paper.set("authors", authors(work));
                default -> throw new IllegalStateException("checked before: " + field);
            }
        }
        return paper;
    }

    private static ObjectNode externalIds(ShownPublication work) {
        ObjectNode ids = JSON.objectNode();
        for (Map.Entry<String, String> id : work.ids().entrySet()) {
            switch (id.getKey()) {
                case "doi" -> ids.put("DOI", id.getValue());
                case "pmid" -> ids.put("PubMed", id.getValue());
                case "pmcid" -> ids.put("PubMedCentral", id.getValue().replaceFirst("^PMC", ""));
                case "arxiv" -> ids.put("ArXiv", id.getValue());
                default -> ids.put(id.getKey(), id.getValue());
            }
        }
        return ids;
    }

    private static boolean isOpen(ShownPublication work) {
        return work.licence() != null && work.licence().contains("creativecommons.org");
    }

    private static com.fasterxml.jackson.databind.JsonNode openAccess(ShownPublication work) {
        return isOpen(work) && work.fullTextUrl() != null
                ? JSON.objectNode().put("url", work.fullTextUrl()).putNull("status")
                : JSON.nullNode();
    }

    private static ArrayNode types(ShownPublication work) {
        String type = work.publicationType();
        if (type == null) {
            return JSON.arrayNode();
        }
        return texts(List.of(
                switch (type) {
                    case "review" -> "Review";
                    case "case-report" -> "CaseReport";
                    case "editorial" -> "Editorial";
                    case "letter", "commentary" -> "LettersAndComments";
                    case "book-chapter" -> "BookSection";
                    default -> "JournalArticle";
                }));
    }

    private static String day(String published) {
        return published != null && published.length() == 10 ? published : null;
    }

    private static com.fasterxml.jackson.databind.JsonNode journal(ShownPublication work) {
        if (work.journal() == null) {
            return JSON.nullNode();
        }
        ObjectNode journal = JSON.objectNode().put("name", work.journal());
        if (work.volume() != null) {
            journal.put("volume", work.volume());
        }
        if (work.firstPage() != null) {
            journal.put("pages", work.firstPage() + (work.lastPage() == null ? "" : "-" + work.lastPage()));
        }
        return journal;
    }

    private static ArrayNode authors(ShownPublication work) {
        ArrayNode authors = JSON.arrayNode();
        for (ShownAuthor author : work.authors()) {
            authors.addObject().put("authorId", author.orcid()).put("name", author.name());
        }
        return authors;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
