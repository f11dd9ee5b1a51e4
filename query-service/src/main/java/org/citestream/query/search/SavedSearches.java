package org.citestream.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;

/**
 * Tells which of a few statements a saved search would find, by the index's own rules but without the index: each
 * statement is an index of its own in memory, for as long as this lives. Not thread-safe.
 */
public final class SavedSearches {

    private final Analyzer analyzer = Fields.analyzer();
    private final Map<String, Optional<Query>> queries = new HashMap<>();
    private final Map<UUID, MemoryIndex> statements = new HashMap<>();

    private SavedSearches() {}

    /** Over those of the statements that are still there. */
    public static SavedSearches over(Connection connection, Collection<UUID> ids) throws SQLException {
        SavedSearches searches = new SavedSearches();
        if (!ids.isEmpty()) {
            for (StatementDocument document : new ViewDocuments(connection).statements(ids)) {
                searches.statements.put(
                        document.id(), MemoryIndex.fromDocument(Documents.of(document), searches.analyzer));
            }
        }
        return searches;
    }

    /**
     * Checks the words of a search before it is saved.
     *
     * @throws BadQueryException if they cannot be read as a query
     */
    public static void check(String words) {
        LuceneIndex.inStatements(Fields.analyzer()).read(words);
    }

    /** Whether the words find the statement; not, if it is gone. */
    public boolean finds(String words, UUID statement) {
        MemoryIndex index = statement == null ? null : statements.get(statement);
        return index != null
                && queries.computeIfAbsent(words, this::read)
                        .map(query -> index.search(query) > 0)
                        .orElse(false);
    }

    /** What an earlier syntax took finds nothing any more, rather than stopping everybody's alerts. */
    private Optional<Query> read(String words) {
        try {
            return Optional.of(LuceneIndex.inStatements(analyzer).read(words));
        } catch (BadQueryException unread) {
            return Optional.empty();
        }
    }
}
