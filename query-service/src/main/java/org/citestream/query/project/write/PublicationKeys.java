package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.citestream.query.project.generation.Generation;

/**
 * The small keys that stand for publications in the view. A key never changes once assigned, so it may be cached; new
 * ones are assigned in a short separate transaction, so that two instances do not wait for each other's batch over a
 * work that both cite for the first time. A row that no fact names in the end is harmless. Not thread-safe.
 */
final class PublicationKeys {

    private static final int REMEMBERED = 200_000;

    private final DataSource dataSource;
    private final String insert;
    private final String select;
    private final Map<String, Long> known = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    PublicationKeys(DataSource dataSource, Generation generation) {
        this.dataSource = dataSource;
        ViewSql sql = new ViewSql(generation);
        this.insert = sql.of("""
                INSERT INTO ${schema}.publication (key, id, root, doi, pmid, pmcid, arxiv)
                OVERRIDING SYSTEM VALUE
                SELECT n.key, n.id, n.key,
                    CASE WHEN n.id LIKE 'doi:%' THEN substr(n.id, 5) END,
                    CASE WHEN n.id LIKE 'pmid:%' THEN substr(n.id, 6) END,
                    CASE WHEN n.id LIKE 'pmcid:%' THEN substr(n.id, 7) END,
                    CASE WHEN n.id LIKE 'arxiv:%' THEN substr(n.id, 7) END
                FROM (
                    SELECT nextval(pg_get_serial_sequence('${schema}.publication', 'key')) AS key, i.id
                    FROM unnest(?::text[]) AS i (id)
                    WHERE NOT EXISTS (SELECT FROM ${schema}.publication p WHERE p.id = i.id)
                    ORDER BY i.id) n
                ON CONFLICT (id) DO NOTHING""");
        this.select = sql.of("SELECT id, key FROM ${schema}.publication WHERE id = ANY (?::text[])");
    }

    /** The key of each id, assigned now if it had none. */
    Map<String, Long> of(Collection<String> ids) throws SQLException {
        Map<String, Long> keys = new HashMap<>();
        // Sorted, so that two instances insert in the same order and cannot deadlock.
        TreeSet<String> unknown = new TreeSet<>();
        for (String id : ids) {
            Long key = known.get(id);
            if (key == null) {
                unknown.add(id);
            } else {
                keys.put(id, key);
            }
        }
        if (!unknown.isEmpty()) {
            lookUp(unknown, keys);
        }
        return keys;
    }

    /** Remembers none any more. */
    void forget() {
        known.clear();
    }

    private void lookUp(Set<String> unknown, Map<String, Long> keys) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            var array = connection.createArrayOf("text", unknown.toArray());
            try (PreparedStatement inserting = connection.prepareStatement(insert)) {
                inserting.setArray(1, array);
                inserting.executeUpdate();
            }
            try (PreparedStatement selecting = connection.prepareStatement(select)) {
                selecting.setArray(1, array);
                try (ResultSet rows = selecting.executeQuery()) {
                    while (rows.next()) {
                        keys.put(rows.getString(1), rows.getLong(2));
                        known.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
    }
}
