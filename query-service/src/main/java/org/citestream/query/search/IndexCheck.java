package org.citestream.query.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;

/**
 * Compares the index with the tables, statement by statement. Meaningful while nothing is being written: what was
 * written but not yet indexed counts as a difference. Holds the index's statements in memory, about a hundred bytes
 * each.
 */
@Singleton
public record IndexCheck(DataSource database, SearchIndex index) {

    private static final int FETCH = 5000;

    /**
     * The result of a check.
     *
     * @param statements number of statements in the tables
     * @param differences as text; empty if index and tables agree
     */
    public record CheckResult(long statements, List<String> differences) {

        public CheckResult {
            differences = List.copyOf(differences);
        }
    }

    /** Compares them and returns at most {@code most} differences. */
    public CheckResult compare(int most) throws SQLException {
        long statements = 0;
        Map<UUID, IndexedStatement> indexed = new HashMap<>();
        try {
            index.forEachStatement(statement -> indexed.put(statement.id(), statement));
        } catch (IOException broken) {
            throw new UncheckedIOException("the search index cannot be read", broken);
        }
        List<String> differences = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, cited, type, section FROM active.statement")) {
                select.setFetchSize(FETCH);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        statements++;
                        IndexedStatement table = new IndexedStatement(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                CitationType.ofCode(row.getInt(3)).wireName(),
                                Section.ofCode(row.getInt(4)).wireName());
                        IndexedStatement inIndex = indexed.remove(table.id());
                        if (!table.equals(inIndex) && differences.size() < most) {
                            differences.add(
                                    inIndex == null
                                            ? table.id() + " is not in the index"
                                            : table.id() + ": the table says " + table + ", the index " + inIndex);
                        }
                    }
                }
            } finally {
                connection.rollback();
            }
        }
        for (UUID gone : indexed.keySet()) {
            if (differences.size() < most) {
                differences.add(gone + " is in the index but no longer in the table");
            }
        }
        return new CheckResult(statements, differences);
    }
}
