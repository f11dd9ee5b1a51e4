package org.citestream.query.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** What the works that a reader follows are known as by now. Thread-safe. */
@ApplicationScoped
class CitedRoots {

    private final DataSource dataSource;

    CitedRoots(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The ids themselves and the ids of the works they lead to. */
    Set<String> withRoots(Set<String> ids) throws SQLException {
        Set<String> all = new HashSet<>(ids);
        if (ids.isEmpty()) {
            return all;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT r.id FROM active.publication p"
                        + " JOIN active.publication r ON r.key = p.root WHERE p.id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
        }
        return all;
    }
}
