package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.database.Sql;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.CitationLinks;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/** Papers and links in Semantic Scholar's shape; empty where the paper is not known. Thread-safe. */
@Singleton
record GraphReader(Snapshot snapshot, PublicationReader publications, CitationLinks links, PublicUrl publicUrl) {

    /** The most papers listed in a field of a paper; the routes have pages. */
    private static final int MOST_LINKED = 1000;

    /** {@link org.citestream.query.publication.Slug#number(String)} of a publication's id, as SQL. */
    private static final String CORPUS_ID =
            "(('x' || encode(substring(sha256(convert_to(id, 'UTF8')) FROM 1 FOR 7), 'hex'))::bit(56)::bigint >> 3)";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Optional<ObjectNode> paper(String curie, PaperFields fields) {
        return Optional.ofNullable(papers(List.of(curie), fields).get(curie));
    }

    /** CURIEs by corpusId; unknown ones are absent. Reads all publications once. */
    Map<Long, String> byCorpusId(Collection<Long> numbers) {
        Map<Long, String> curies = new HashMap<>();
        if (!numbers.isEmpty()) {
            snapshot.read(connection -> new Sql()
                    .add("SELECT id, number FROM (SELECT id, " + CORPUS_ID + " AS number FROM active.publication")
                    .add("WHERE root = key) numbered WHERE number = ANY (?)", (Object) numbers.toArray(Long[]::new))
                    .list(connection, row -> curies.put(row.getLong("number"), row.getString("id"))));
        }
        return curies;
    }

    /** By the requested ids; unknown ones are absent. One round trip, and a second one for counts. */
    Map<String, ObjectNode> papers(Collection<String> curies, PaperFields fields) {
        return snapshot.read(connection -> {
            Map<String, ShownPublication> works = publications.readByIds(connection, curies);
            Map<String, Long> keys = fields.needsKeys() ? publications.keys(connection, works.keySet()) : Map.of();
            Map<Long, CitationLinks.LinkCounts> counts =
                    fields.counted() ? links.counts(connection, keys.values()) : Map.of();
            Map<String, ObjectNode> papers = new HashMap<>();
            for (Map.Entry<String, ShownPublication> work : works.entrySet()) {
                Long key = keys.get(work.getKey());
                ObjectNode paper = GraphPapers.paper(
                        work.getValue(),
                        fields.paper(),
                        key == null
                                ? CitationLinks.LinkCounts.NONE
                                : counts.getOrDefault(key, CitationLinks.LinkCounts.NONE),
                        publicUrl.base());
                if (fields.citations() != null) {
                    paper.set(
                            "citations",
                            linked(connection, links.citing(connection, key, MOST_LINKED, 0), true, fields));
                }
                if (fields.references() != null) {
                    paper.set(
                            "references",
                            linked(connection, links.cited(connection, key, MOST_LINKED, 0), false, fields));
                }
                papers.put(work.getKey(), paper);
            }
            return papers;
        });
    }

    /** Papers on the other side, as a field of a paper. */
    private ArrayNode linked(Connection connection, List<CitationLink> found, boolean citing, PaperFields fields)
            throws SQLException {
        ArrayNode papers = JSON.arrayNode();
        papers(connection, found, citing, citing ? fields.citations() : fields.references())
                .forEach(papers::add);
        return papers;
    }

    Optional<ObjectNode> citations(String curie, PaperFields fields, int offset, int limit) {
        return page(curie, links::citing, "citingPaper", fields, offset, limit);
    }

    Optional<ObjectNode> references(String curie, PaperFields fields, int offset, int limit) {
        return page(curie, links::cited, "citedPaper", fields, offset, limit);
    }

    /** Reads the links of a work, one more than is shown, to know whether there are more. */
    private interface LinkReader {
        List<CitationLink> read(Connection connection, long work, int limit, int offset) throws SQLException;
    }

    private Optional<ObjectNode> page(
            String curie, LinkReader side, String field, PaperFields fields, int offset, int limit) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page(
                            connection,
                            side.read(connection, key.get(), limit + 1, offset),
                            field,
                            fields,
                            offset,
                            limit));
        });
    }

    private ObjectNode page(
            Connection connection, List<CitationLink> found, String side, PaperFields fields, int offset, int limit)
            throws SQLException {
        List<CitationLink> shown = found.size() > limit ? found.subList(0, limit) : found;
        List<ObjectNode> papers = papers(connection, shown, side.equals("citingPaper"), fields.paper());
        Map<List<Long>, CitationContexts> contexts =
                fields.citation().isEmpty() ? Map.of() : CitationContexts.read(connection, shown);
        ObjectNode page = JSON.objectNode().put("offset", offset);
        if (found.size() > limit) {
            page.put("next", offset + limit);
        }
        ArrayNode data = page.putArray("data");
        for (int i = 0; i < shown.size(); i++) {
            CitationLink link = shown.get(i);
            ObjectNode citation = data.addObject();
            contexts.getOrDefault(List.of(link.citing(), link.cited()), new CitationContexts(List.of()))
                    .into(citation, fields.citation());
            citation.set(side, papers.get(i));
        }
        return page;
    }

    /** The papers on the other side of these links, in their order. */
    private List<ObjectNode> papers(Connection connection, List<CitationLink> found, boolean citing, Set<String> fields)
            throws SQLException {
        List<Long> others = found.stream()
                .map(link -> citing ? link.citing() : link.cited())
                .toList();
        Map<Long, ShownPublication> works = publications.read(connection, others);
        Map<Long, CitationLinks.LinkCounts> counts =
                PaperFields.counted(fields) ? links.counts(connection, others) : Map.of();
        return others.stream()
                .map(key -> GraphPapers.paper(
                        works.get(key),
                        fields,
                        counts.getOrDefault(key, CitationLinks.LinkCounts.NONE),
                        publicUrl.base()))
                .toList();
    }
}
