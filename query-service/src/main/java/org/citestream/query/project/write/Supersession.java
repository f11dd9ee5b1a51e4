package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.citestream.query.project.generation.Generation;

/** Deletes rows that a closed or withdrawn revision supersedes, with tally deltas and outbox rows. */
final class Supersession {

    private final String sql;

    Supersession(Generation generation) {
        this.sql = new ViewSql(generation).files("supersede.sql", "tail.sql");
    }

    void apply(Connection connection, Map<Long, ReadingState> standings) throws SQLException {
        List<Map.Entry<Long, ReadingState>> superseded = standings.entrySet().stream()
                .filter(entry -> entry.getValue().deleteBelow() > 0)
                .toList();
        new ArrayColumns<>(superseded)
                .add("bigint", Map.Entry::getKey)
                .add("bigint", entry -> entry.getValue().deleteBelow())
                .add("text", entry -> entry.getValue().cause().wireName())
                .add("text", entry -> null)
                .update(connection, sql);
    }
}
