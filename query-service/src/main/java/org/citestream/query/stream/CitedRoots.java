package org.citestream.query.stream;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;

/** Finds the current ids of the works that a reader follows. Thread-safe. */
@Singleton
record CitedRoots(DataSource dataSource) {

    /** The ids themselves and the ids of the works they are aliases of. */
    Set<String> withRoots(Set<String> ids) throws SQLException {
        Set<String> all = new HashSet<>(ids);
        if (ids.isEmpty()) {
            return all;
        }
        try (Connection connection = dataSource.getConnection()) {
            all.addAll(Sql.of("SELECT r.id FROM active.publication p"
                            + " JOIN active.publication r ON r.key = p.root WHERE p.id = ANY (:ids)")
                    .with("ids", ids)
                    .list(connection, row -> row.getString(1)));
        }
        return all;
    }
}
