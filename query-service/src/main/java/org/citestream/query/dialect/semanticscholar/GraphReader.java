package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.CitationLinks;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;

/** Papers and links in Semantic Scholar's shape; empty where the paper is not known. Thread-safe. */
@Singleton
record GraphReader(
        Snapshot snapshot,
        PublicationReader publications,
        CitationLinks links,
        AuthorReader authors,
        SearchIndex index,
        PublicUrl publicUrl) {

    /** The most papers listed in a field of a paper; the routes have pages. */
    private static final int MOST_LINKED = 1000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Optional<ObjectNode> paper(String curie, PaperFields fields) {
        return Optional.ofNullable(papers(List.of(curie), fields).get(curie));
    }

    /** CURIEs by corpusId; unknown ones are absent. */
    Map<Long, String> byCorpusId(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : IndexCall.answer(() -> index.publicationsNumbered(numbers));
    }

    /** Those of the CURIEs that name a work. */
    Set<String> known(Collection<String> curies) {
        return snapshot.once(connection -> publications.keys(connection, curies).keySet());
    }

    /** The papers of these keys, in their order. */
    List<ObjectNode> papersOf(Connection connection, List<Long> keys, PaperFields fields) throws SQLException {
        Map<Long, ShownPublication> works = publications.read(connection, keys);
        Map<Long, CitationLinks.LinkCounts> counts = fields.counted() ? links.counts(connection, keys) : Map.of();
        Map<Long, ObjectNode> papers = new LinkedHashMap<>();
        for (long key : keys) {
            ShownPublication work = works.get(key);
            if (work != null) {
                papers.put(key, paper(connection, key, work, counts, fields));
            }
        }
        withAuthors(connection, papers, works, fields);
        return List.copyOf(papers.values());
    }

    private ObjectNode paper(
            Connection connection,
            Long key,
            ShownPublication work,
            Map<Long, CitationLinks.LinkCounts> counts,
            PaperFields fields)
            throws SQLException {
        ObjectNode paper = GraphPapers.paper(
                work,
                fields.paper(),
                key == null ? CitationLinks.LinkCounts.NONE : counts.getOrDefault(key, CitationLinks.LinkCounts.NONE),
                publicUrl.base());
        if (fields.citations() != null) {
            paper.set("citations", linked(connection, links.citing(connection, key, MOST_LINKED, 0), true, fields));
        }
        if (fields.references() != null) {
            paper.set("references", linked(connection, links.cited(connection, key, MOST_LINKED, 0), false, fields));
        }
        return paper;
    }

    /** Puts what is asked of authors into papers; the works have the same keys. */
    private <K> void withAuthors(
            Connection connection, Map<K, ObjectNode> papers, Map<K, ShownPublication> works, PaperFields fields)
            throws SQLException {
        if (fields.author().isEmpty()) {
            return;
        }
        Map<AuthorKey, AuthorStats> stats = AuthorFields.isCounted(fields.author())
                ? authors.stats(
                        connection,
                        papers.keySet().stream()
                                .flatMap(key -> works.get(key).authors().stream())
                                .map(AuthorKey::of)
                                .toList())
                : Map.of();
        papers.forEach((key, paper) -> {
            ArrayNode shown = paper.putArray("authors");
            works.get(key).authors().forEach(author -> shown.add(authors.shape(author, stats, fields.author())));
        });
    }

    /** A page of the authors of a paper; empty for an unknown one. */
    Optional<ObjectNode> authorsOf(String curie, AuthorFields fields, int offset, int limit) {
        return snapshot.read(connection -> {
            ShownPublication work =
                    publications.readByIds(connection, List.of(curie)).get(curie);
            if (work == null) {
                return Optional.<ObjectNode>empty();
            }
            List<ShownAuthor> all = work.authors();
            int end = (int) Math.min((long) offset + limit, all.size());
            List<ShownAuthor> shown = all.subList(Math.min(offset, end), end);
            Map<AuthorKey, AuthorStats> stats = AuthorFields.isCounted(fields.author())
                    ? authors.stats(
                            connection, shown.stream().map(AuthorKey::of).toList())
                    : Map.of();
            ObjectNode page = JSON.objectNode().put("offset", offset);
            if (end < all.size()) {
                page.put("next", end);
            }
            ArrayNode data = page.putArray("data");
            for (ShownAuthor author : shown) {
                ObjectNode shape = authors.shape(author, stats, fields.author());
                if (fields.papers() != null) {
                    Optional<AuthorReader.KnownAuthor> found = authors.find(connection, AuthorKey.of(author));
                    ArrayNode papers = shape.putArray("papers");
                    if (found.isPresent()) {
                        papersOf(connection, authors.some(found.get()), fields.papers())
                                .forEach(papers::add);
                    }
                }
                data.add(shape);
            }
            return Optional.of(page);
        });
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
                papers.put(work.getKey(), paper(connection, keys.get(work.getKey()), work.getValue(), counts, fields));
            }
            withAuthors(connection, papers, works, fields);
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
