package org.citestream.query.api.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.report.CitationLink;
import org.citestream.query.report.CitationLinks;
import org.citestream.query.report.PublicationReader;
import org.citestream.query.report.ShownPublication;
import org.citestream.query.report.Snapshot;
import org.citestream.query.report.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Papers and links in Semantic Scholar's shape; empty where the paper is not known. Thread-safe. */
@ApplicationScoped
class GraphReader {
    private static final Set<String> COUNTED = Set.of("citationCount", "referenceCount", "influentialCitationCount");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final CitationLinks links;
    private final String publicUrl;

    GraphReader(
            Snapshot snapshot,
            PublicationReader publications,
            CitationLinks links,
            @ConfigProperty(name = "citestream.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.links = links;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    Optional<ObjectNode> paper(String curie, PaperFields fields) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(paper(
                            connection,
                            key.get(),
                            publications.read(connection, List.of(key.get())).get(key.get()),
                            fields));
        });
    }

    /** One for each id in its order; null for one that is unknown or no id. */
    ArrayNode papers(List<Optional<String>> curies, PaperFields fields) {
        return snapshot.read(connection -> {
            ArrayNode papers = JSON.arrayNode();
            for (Optional<String> curie : curies) {
                Optional<Long> key = curie.isEmpty() ? Optional.empty() : publications.find(connection, curie.get());
                if (key.isEmpty()) {
                    papers.addNull();
                } else {
                    papers.add(paper(
                            connection,
                            key.get(),
                            publications.read(connection, List.of(key.get())).get(key.get()),
                            fields));
                }
            }
            return papers;
        });
    }

    Optional<ObjectNode> citations(String curie, PaperFields fields, int offset, int limit) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page(
                            connection,
                            links.citing(connection, key.get(), limit + 1, offset),
                            "citingPaper",
                            fields,
                            offset,
                            limit));
        });
    }

    Optional<ObjectNode> references(String curie, PaperFields fields, int offset, int limit) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page(
                            connection,
                            links.cited(connection, key.get(), limit + 1, offset),
                            "citedPaper",
                            fields,
                            offset,
                            limit));
        });
    }

    private ObjectNode page(
            Connection connection, List<CitationLink> found, String side, PaperFields fields, int offset, int limit)
            throws SQLException {
        boolean citing = side.equals("citingPaper");
        List<CitationLink> shown = found.size() > limit ? found.subList(0, limit) : found;
        Map<Long, ShownPublication> works = publications.read(
                connection,
                shown.stream()
                        .map(link -> citing ? link.citing() : link.cited())
                        .toList());
        Map<List<Long>, CitationContexts> contexts =
                fields.citation().isEmpty() ? Map.of() : CitationContexts.read(connection, shown);
        ObjectNode page = JSON.objectNode().put("offset", offset);
        if (found.size() > limit) {
            page.put("next", offset + limit);
        }
        ArrayNode data = page.putArray("data");
        for (CitationLink link : shown) {
            ObjectNode citation = data.addObject();
            contexts.getOrDefault(List.of(link.citing(), link.cited()), new CitationContexts(List.of()))
                    .into(citation, fields.citation());
            long other = citing ? link.citing() : link.cited();
            citation.set(side, paper(connection, other, works.get(other), fields));
        }
        return page;
    }

    private ObjectNode paper(Connection connection, long key, ShownPublication work, PaperFields fields)
            throws SQLException {
        boolean counted = fields.paper().stream().anyMatch(COUNTED::contains);
        return Papers.paper(work, fields.paper(), counted ? counts(connection, key) : Papers.Counts.NONE, publicUrl);
    }

    private Papers.Counts counts(Connection connection, long key) throws SQLException {
        long influential = new Sql()
                .add("SELECT count(*) FROM (SELECT c.root FROM active.statement s")
                .add("JOIN active.publication c ON c.key = s.citing WHERE s.cited = ?", key)
                .add("GROUP BY c.root HAVING count(*) >= 3 OR bool_or(s.type IN (1, 3))) influential")
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
        return new Papers.Counts(links.countCiting(connection, key), links.countCited(connection, key), influential);
    }
}
