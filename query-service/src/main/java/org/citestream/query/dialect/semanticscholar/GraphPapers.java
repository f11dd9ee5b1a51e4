package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.publication.CitationLinks.LinkCounts;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.Slug;

/** Our publications in Semantic Scholar's format. Stateless. */
final class GraphPapers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GraphPapers() {}

    /**
     * The requested fields. {@code paperId} is our CURIE: stable, never null, and accepted wherever a paper id is.
     *
     * @param publicUrl URL of this host without a trailing slash
     */
    static ObjectNode paper(ShownPublication work, Set<String> fields, LinkCounts counts, String publicUrl) {
        ObjectNode paper = JSON.objectNode();
        for (String field : fields) {
            switch (field) {
                case "paperId" -> paper.put("paperId", work.id());
                case "corpusId" -> paper.put("corpusId", Slug.number(work.id()));
                case "s2FieldsOfStudy" -> paper.set("s2FieldsOfStudy", fieldsOfStudy(work));
                case "publicationVenue" -> paper.set("publicationVenue", venue(work));
                case "externalIds" -> paper.set("externalIds", externalIds(work));
                case "url" -> paper.put("url", publicUrl + "/reports/" + work.id());
                case "title" -> paper.put("title", work.title());
                case "abstract" -> paper.put("abstract", work.summary());
                case "venue" -> paper.put("venue", work.journal() == null ? "" : work.journal());
                case "year" -> paper.put("year", work.year());
                case "referenceCount" -> paper.put("referenceCount", counts.cited());
                case "citationCount" -> paper.put("citationCount", counts.citing());
                case "influentialCitationCount" -> paper.put("influentialCitationCount", counts.influential());
                case "isOpenAccess" -> paper.put("isOpenAccess", work.openlyLicensed());
                case "openAccessPdf" -> paper.set("openAccessPdf", openAccess(work));
                case "fieldsOfStudy" ->
                    paper.set("fieldsOfStudy", work.subjects().isEmpty() ? JSON.nullNode() : texts(work.subjects()));
                case "publicationTypes" -> paper.set("publicationTypes", types(work));
                case "publicationDate" -> paper.put("publicationDate", day(work.published()));
                case "journal" -> paper.set("journal", journal(work));
                case "authors" -> paper.set("authors", authors(work));
                case "citationStyles" ->
                    paper.set(
                            "citationStyles",
                            JSON.objectNode().put("bibtex", BibTeX.of(work).strip()));
                case "textAvailability" -> paper.put("textAvailability", available(work));
                // What we know of no paper is null, as there.
                default -> paper.putNull(field);
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

    private static JsonNode openAccess(ShownPublication work) {
        return OpenPdf.of(work)
                .<JsonNode>map(pdf ->
                        JSON.objectNode().put("url", pdf).putNull("status").put("license", work.licence()))
                .orElseGet(JSON::nullNode);
    }

    private static String available(ShownPublication work) {
        if (work.openlyLicensed() && work.fullTextUrl() != null) {
            return "fulltext";
        }
        return work.summary() == null ? "none" : "abstract";
    }

    private static ArrayNode fieldsOfStudy(ShownPublication work) {
        ArrayNode fields = JSON.arrayNode();
        work.subjects()
                .forEach(subject -> fields.addObject().put("category", subject).put("source", "publisher"));
        return fields;
    }

    private static JsonNode venue(ShownPublication work) {
        if (work.journal() == null) {
            return JSON.nullNode();
        }
        ObjectNode venue = JSON.objectNode()
                .put("id", Slug.of(work.journal(), work.journal()))
                .put("name", work.journal())
                .put("type", "journal");
        if (!work.issns().isEmpty()) {
            venue.put("issn", work.issns().get(0));
        }
        return venue;
    }

    private static JsonNode types(ShownPublication work) {
        String type = work.publicationType();
        if (type == null) {
            return JSON.nullNode();
        }
        return texts(List.of(PublicationKind.of(type)));
    }

    private static String day(String published) {
        return published != null && published.length() == 10 ? published : null;
    }

    private static JsonNode journal(ShownPublication work) {
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
            authors.addObject().put("authorId", AuthorKey.of(author).id()).put("name", author.name());
        }
        return authors;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
