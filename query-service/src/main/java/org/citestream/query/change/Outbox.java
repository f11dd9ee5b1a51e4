package org.citestream.query.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/** The outbox of one generation, read only by the relay. */
final class Outbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String select;
    private final String delete;
    private final String any;

    Outbox(Generation generation) {
        // Only rows that no running transaction can still precede: what commits later gets a greater number.
        this.select = """
                SELECT b.id, b.at, d.*, cited.id AS cited_id, citing.id AS citing_id, r.journal, r.year,
                    r.publication_type, r.author_names
                FROM (
                    SELECT *, sum(size) OVER (ORDER BY id) - size AS before
                    FROM %1$s.outbox
                    WHERE xid < pg_snapshot_xmin(pg_current_snapshot())) b
                CROSS JOIN LATERAL unnest(b.deltas) WITH ORDINALITY d
                JOIN %1$s.publication cited ON cited.key = d.cited
                LEFT JOIN %1$s.publication citing ON citing.key = d.citing
                LEFT JOIN %1$s.publication r ON r.key = citing.root
                WHERE b.before < :enough
                ORDER BY b.id, d.ordinality""".formatted(generation.schema());
        this.delete = "DELETE FROM %s.outbox WHERE id = ANY (:ids)".formatted(generation.schema());
        this.any = "SELECT EXISTS (SELECT FROM %s.outbox)".formatted(generation.schema());
    }

    /** The deltas of the next rows: as many whole rows as contain {@code enough} deltas, or all. */
    List<Delta> next(Connection connection, int enough) throws SQLException {
        return Sql.of(select).with("enough", enough).list(connection, Outbox::delta);
    }

    /** Whether it is empty, including rows that may not be taken yet. */
    boolean isEmpty(Connection connection) throws SQLException {
        return !Sql.of(any).first(connection, row -> row.getBoolean(1)).orElse(false);
    }

    void delete(Connection connection, List<Delta> deltas) throws SQLException {
        if (deltas.isEmpty()) {
            return;
        }
        Sql.of(delete)
                .with("ids", deltas.stream().map(Delta::row).distinct().toList())
                .update(connection);
    }

    private static Delta delta(ResultSet row) throws SQLException {
        Integer type = (Integer) row.getObject("type");
        Integer typeBefore = (Integer) row.getObject("type_before");
        return new Delta(
                row.getLong("id"),
                ChangeType.NAMES.of(row.getString("record")),
                Cause.NAMES.of(row.getString("cause")),
                row.getString("cited_id"),
                row.getString("citing_id"),
                row.getObject("statement", UUID.class),
                row.getInt("supporting"),
                row.getInt("mentioning"),
                row.getInt("contrasting"),
                row.getInt("unclassified"),
                row.getInt("not_a_sentence"),
                row.getInt("citing_publications"),
                type == null ? null : CitationType.ofCode(type),
                typeBefore == null ? null : CitationType.ofCode(typeBefore),
                labels(row),
                (Float) row.getObject("confidence"),
                row.getString("text"),
                notice(row.getString("payload")),
                row.getString("traceparent"),
                Sql.instant(row, "at"),
                row.getString("journal"),
                (Integer) row.getObject("year"),
                row.getString("publication_type"),
                Sql.texts(row, "author_names"));
    }

    private static Map<Facet, String> labels(ResultSet row) throws SQLException {
        Map<Facet, String> labels = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.OF_STATEMENTS) {
            Integer code = (Integer) row.getObject(facet.column());
            String name =
                    code == null || facet == Facet.TYPE ? null : facet.codes().knownName(code);
            if (name != null) {
                labels.put(facet, name);
            }
        }
        return labels;
    }

    private static ObjectNode notice(String payload) throws SQLException {
        try {
            return payload == null ? null : (ObjectNode) JSON.readTree(payload);
        } catch (JsonProcessingException ours) {
            throw new SQLException("a notice in the outbox is not JSON", ours);
        }
    }
}
