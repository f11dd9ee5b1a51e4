package org.citestream.query.correction;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.vocabulary.CitationType;

/** Reads corrections and the statements that they are about. Thread-safe. */
@Singleton
public record CorrectionReader(Snapshot snapshot, CorrectionSettings settings) {

    private static final String IN_FORCE = """
            (c.status = 'accepted' AND c.withdrawn_at IS NULL AND NOT EXISTS (
                SELECT FROM active.correction l
                WHERE l.statement = c.statement AND l.status = 'accepted' AND l.withdrawn_at IS NULL
                    AND (l.at, l.id) > (c.at, c.id)))""";

    /** The state of the corrections to read. */
    public enum CorrectionState {
        /** Pending proposals, except those that only confirm another. */
        PROPOSED("c.status = 'proposed' AND c.withdrawn_at IS NULL AND c.confirms IS NULL AND NOT EXISTS ("
                + "SELECT FROM active.correction a WHERE a.statement = c.statement AND a.to_type = c.to_type"
                + " AND a.status = 'accepted' AND a.withdrawn_at IS NULL)"),
        ACCEPTED("c.status = 'accepted' AND c.withdrawn_at IS NULL"),
        WITHDRAWN("c.withdrawn_at IS NOT NULL"),
        /** Corrections not withdrawn whose statement a newer reading of its article no longer has. */
        VANISHED("c.withdrawn_at IS NULL AND c.confirms IS NULL"
                + " AND NOT EXISTS (SELECT FROM active.statement s WHERE s.id = c.statement)"),
        ALL("true");

        private final String condition;

        CorrectionState(String condition) {
            this.condition = condition;
        }

        /** By its name in addresses. */
        public static Optional<CorrectionState> of(String name) {
            return java.util.Arrays.stream(values())
                    .filter(which ->
                            which.name().toLowerCase(java.util.Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /** Newest first. */
    public List<ShownCorrection> list(CorrectionState which, int limit, int offset) {
        return snapshot.read(connection -> corrections(
                connection, new Sql().add("AND " + which.condition), new Sql().add("LIMIT ? OFFSET ?", limit, offset)));
    }

    /** All corrections of one statement, newest first. */
    public List<ShownCorrection> of(UUID statement) {
        return snapshot.read(
                connection -> corrections(connection, new Sql().add("AND c.statement = ?", statement), new Sql()));
    }

    public Optional<ShownCorrection> find(String id) {
        return snapshot.read(
                connection -> corrections(connection, new Sql().add("AND c.id = ?", id), new Sql()).stream()
                        .findFirst());
    }

    /**
     * The correction with this id.
     *
     * @throws ProblemException 404 if there is none
     */
    public ShownCorrection get(String id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("Correction '%s' not found".formatted(id)));
    }

    Optional<Target> target(UUID statement) {
        return snapshot.read(
                connection -> targets("WHERE s.id = ?", statement).first(connection, CorrectionReader::target));
    }

    /** Statements of the same citing and cited work. */
    List<Target> kin(String citing, String cited) {
        return snapshot.read(connection -> targets(
                        "WHERE cr.key = (SELECT root FROM active.publication WHERE id = ?)"
                                + " AND d.key = (SELECT root FROM active.publication WHERE id = ?)",
                        citing,
                        cited)
                .list(connection, CorrectionReader::target));
    }

    /** The partition of the corrections topic that holds everything about the correction's statement. */
    int partition(String correction) {
        return snapshot.read(connection -> new Sql()
                .add("SELECT partition FROM active.correction WHERE id = ?", correction)
                .first(connection, row -> row.getInt(1))
                .orElseThrow());
    }

    /** For each label that {@code people} people propose and nobody accepted, the first proposal. */
    List<String> agreed(int people) {
        return snapshot.read(connection -> new Sql()
                .add("SELECT (array_agg(c.id ORDER BY c.at, c.id))[1] FROM active.correction c")
                .add("WHERE c.status = 'proposed' AND c.withdrawn_at IS NULL AND NOT EXISTS (")
                .add("SELECT FROM active.correction a WHERE a.statement = c.statement AND a.to_type = c.to_type")
                .add("AND a.status = 'accepted' AND a.withdrawn_at IS NULL)")
                .add("GROUP BY c.statement, c.to_type HAVING count(DISTINCT c.by) >= ?", people)
                .list(connection, row -> row.getString(1)));
    }

    private static Sql targets(String condition, Object... values) {
        return new Sql()
                .add("SELECT s.id, s.partition, c.id AS citing, d.id AS cited, s.text, s.type FROM active.statement s")
                .add("JOIN active.publication c ON c.key = s.citing JOIN active.publication cr ON cr.key = c.root")
                .add("JOIN active.publication d ON d.key = s.cited")
                .add(condition, values)
                .add("ORDER BY s.ordinal, s.id LIMIT 500");
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                row.getInt("partition"),
                row.getString("citing"),
                row.getString("cited"),
                row.getString("text"),
                CitationType.ofCode(row.getInt("type")));
    }

    private List<ShownCorrection> corrections(Connection connection, Sql condition, Sql end) throws SQLException {
        return new Sql()
                .add("SELECT c.*, " + IN_FORCE + " AS in_force, s.id IS NOT NULL AS there,")
                .add("coalesce(s.text, c.text) AS sentence, coalesce(d.id, c.cited) AS cited_work,")
                .add("(SELECT count(DISTINCT o.by) FROM active.correction o WHERE o.statement = c.statement")
                .add("AND o.to_type = c.to_type AND o.withdrawn_at IS NULL) AS people")
                .add("FROM active.correction c LEFT JOIN active.statement s ON s.id = c.statement")
                .add("LEFT JOIN active.publication d ON d.key = s.cited")
                // If the withdrawal arrived first, there is nothing to show yet.
                .add("WHERE c.at IS NOT NULL")
                .add(condition)
                .add("ORDER BY c.at DESC, c.id DESC")
                .add(end)
                .list(connection, this::correction);
    }

    private ShownCorrection correction(ResultSet row) throws SQLException {
        String withdrawnAt = instant(row, "withdrawn_at");
        Short from = row.getObject("from_type", Short.class);
        return new ShownCorrection(
                row.getString("id"),
                row.getObject("statement", UUID.class),
                row.getString("citing"),
                row.getString("cited_work"),
                row.getString("sentence"),
                from == null ? null : CitationType.ofCode(from),
                CitationType.ofCode(row.getInt("to_type")),
                row.getString("by"),
                row.getString("why"),
                withdrawnAt == null ? row.getString("status") : "withdrawn",
                row.getBoolean("in_force"),
                instant(row, "at"),
                instant(row, "proposed_at"),
                row.getString("accepted_by"),
                row.getString("confirms"),
                row.getObject("moved_from", UUID.class),
                row.getString("withdrawn_by"),
                row.getString("withdrawn_why"),
                withdrawnAt,
                row.getInt("people"),
                settings.confirmations() + 1,
                row.getBoolean("there"));
    }

    private static String instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant().toString();
    }
}
