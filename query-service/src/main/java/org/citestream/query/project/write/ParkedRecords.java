package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.project.generation.Generation;

/** Tracks parked records: a redriven record that was written is no longer parked. */
final class ParkedRecords {

    private final String insert;
    private final String delete;

    ParkedRecords(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.insert = sql.of("""
                INSERT INTO ${schema}.parked (topic, partition, log_offset, article, category, reason)
                SELECT * FROM unnest(?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                ON CONFLICT (topic, partition, log_offset) DO UPDATE SET category = excluded.category,
                    reason = excluded.reason, parked_at = now()""");
        this.delete = sql.of("""
                DELETE FROM ${schema}.parked p
                USING unnest(?::text[], ?::int[], ?::bigint[]) AS u (topic, partition, log_offset)
                WHERE (p.topic, p.partition, p.log_offset) = (u.topic, u.partition, u.log_offset)""");
    }

    void apply(Connection connection, Collection<Parked> parked, List<Place> written) throws SQLException {
        new ArrayColumns<>(parked)
                .add("text", row -> row.place().topic())
                .add("int4", row -> row.place().partition())
                .add("bigint", row -> row.place().offset())
                .add("text", Parked::article)
                .add("text", Parked::category)
                .add("text", Parked::reason)
                .update(connection, insert);
        new ArrayColumns<>(written)
                .add("text", Place::topic)
                .add("int4", Place::partition)
                .add("bigint", Place::offset)
                .update(connection, delete);
    }
}
