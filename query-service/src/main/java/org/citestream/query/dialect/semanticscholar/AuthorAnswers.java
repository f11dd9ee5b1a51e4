package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.database.Snapshot;
import org.citestream.query.dialect.semanticscholar.AuthorReader.KnownAuthor;

/** Authors and their papers in Semantic Scholar's shape. Thread-safe. */
@Singleton
record AuthorAnswers(Snapshot snapshot, AuthorReader authors, GraphReader graph) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The author of each id; empty for an unknown one. */
    List<Optional<ObjectNode>> of(List<String> ids, AuthorFields fields) {
        return snapshot.read(connection -> {
            List<Optional<ObjectNode>> found = new ArrayList<>();
            for (String id : ids) {
                Optional<AuthorKey> who = AuthorKey.parse(id);
                found.add(who.isEmpty() ? Optional.empty() : shape(connection, who.get(), fields));
            }
            return found;
        });
    }

    private Optional<ObjectNode> shape(Connection connection, AuthorKey who, AuthorFields fields) throws SQLException {
        Optional<KnownAuthor> author = authors.find(connection, who);
        return author.isEmpty() ? Optional.empty() : Optional.of(shape(connection, author.get(), fields));
    }

    private ObjectNode shape(Connection connection, KnownAuthor author, AuthorFields fields) throws SQLException {
        AuthorStats stats = AuthorFields.isCounted(fields.author())
                ? authors.stats(connection, List.of(author.who())).get(author.who())
                : null;
        ObjectNode shape = authors.shape(author.who(), author.affiliations(), stats, fields.author());
        if (fields.papers() != null) {
            ArrayNode papers = shape.putArray("papers");
            graph.papersOf(connection, authors.some(author), fields.papers()).forEach(papers::add);
        }
        return shape;
    }

    /** A page of an author's papers; empty for an unknown author. */
    Optional<ObjectNode> papers(String id, PaperFields fields, int offset, int limit) {
        return snapshot.read(connection -> {
            Optional<AuthorKey> who = AuthorKey.parse(id);
            Optional<KnownAuthor> author = who.isEmpty() ? Optional.empty() : authors.find(connection, who.get());
            if (author.isEmpty()) {
                return Optional.<ObjectNode>empty();
            }
            List<Long> works = author.get().works();
            ObjectNode page = JSON.objectNode().put("offset", offset);
            int end = Math.min(offset + limit, works.size());
            if (end < works.size()) {
                page.put("next", end);
            }
            ArrayNode data = page.putArray("data");
            graph.papersOf(connection, works.subList(Math.min(offset, works.size()), end), fields)
                    .forEach(data::add);
            return Optional.of(page);
        });
    }

    /** A page of the authors with all of these words in their name. */
    ObjectNode search(List<String> words, AuthorFields fields, int offset, int limit) {
        return snapshot.read(connection -> {
            AuthorReader.Page found = words.isEmpty()
                    ? new AuthorReader.Page(0, List.of())
                    : authors.search(connection, words, limit, offset);
            ObjectNode page = JSON.objectNode().put("total", found.total()).put("offset", offset);
            if (offset + limit < found.total()) {
                page.put("next", offset + limit);
            }
            ArrayNode data = page.putArray("data");
            boolean read = fields.papers() != null || fields.author().contains("affiliations");
            Map<AuthorKey, AuthorStats> stats = !read && AuthorFields.isCounted(fields.author())
                    ? authors.stats(connection, found.authors())
                    : Map.of();
            for (AuthorKey who : found.authors()) {
                if (read) {
                    shape(connection, who, fields).ifPresent(data::add);
                } else {
                    data.add(authors.shape(who, List.of(), stats.get(who), fields.author()));
                }
            }
            return page;
        });
    }
}
