package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.citestream.query.project.event.StatementClassified.ModelNamed;
import org.citestream.query.project.generation.Generation;

/** The few models that statements name, each with a small key. Not thread-safe. */
final class ModelKeys {

    private final DataSource dataSource;
    private final String insert;
    private final String select;
    private final Map<ModelNamed, Integer> known = new HashMap<>();

    ModelKeys(DataSource dataSource, Generation generation) {
        this.dataSource = dataSource;
        ViewSql sql = new ViewSql(generation);
        this.insert = sql.of("INSERT INTO ${schema}.model (name, version, checksum, encoder) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING");
        this.select = sql.of(
                "SELECT key FROM ${schema}.model" + " WHERE name = ? AND version = ? AND checksum = ? AND encoder = ?");
    }

    int key(ModelNamed model) throws SQLException {
        Integer key = known.get(model);
        if (key == null) {
            key = lookUp(model);
            known.put(model, key);
        }
        return key;
    }

    /** Remembers none any more. */
    void forget() {
        known.clear();
    }

    private int lookUp(ModelNamed model) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement inserting = connection.prepareStatement(insert)) {
                bind(inserting, model);
                inserting.executeUpdate();
            }
            try (PreparedStatement selecting = connection.prepareStatement(select)) {
                bind(selecting, model);
                try (ResultSet rows = selecting.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, ModelNamed model) throws SQLException {
        statement.setString(1, model.name());
        statement.setString(2, model.version());
        statement.setString(3, model.checksum());
        statement.setString(4, model.encoder());
    }
}
