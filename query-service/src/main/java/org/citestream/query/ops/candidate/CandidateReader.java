package org.citestream.query.ops.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.VocabularySql;

/** Compares a candidate's labels with those in force, by SQL over both. Thread-safe. */
@Singleton
public record CandidateReader(Snapshot snapshot, ObjectMapper json) {

    private static final String BOTH = "FROM active.statement s JOIN app.candidate_statement c ON c.statement = s.id";
    private static final String CORRECTED = "EXISTS (SELECT FROM active.correction k WHERE k.statement = s.id"
            + " AND k.status = 'accepted' AND k.withdrawn_at IS NULL)";

    /** Empty while there is no candidate; {@code limit} and {@code offset} page statements and tallies. */
    public Optional<CandidateDiff> read(int limit, int offset) {
        return snapshot.read(connection -> {
            Optional<JsonNode> model = new Sql()
                    .add("SELECT coalesce(model, 'null') FROM app.candidate")
                    .first(connection, row -> tree(row.getString(1)));
            return model.isEmpty()
                    ? Optional.empty()
                    : Optional.of(diff(connection, model.get().isNull() ? null : model.get(), limit, offset));
        });
    }

    private CandidateDiff diff(Connection connection, JsonNode model, int limit, int offset) throws SQLException {
        List<CandidateDiff.LabelTransition> changes = new Sql()
                .add("SELECT s.machine_type, c.type, count(*) " + BOTH + " GROUP BY 1, 2 ORDER BY 1, 2")
                .list(connection, row -> new CandidateDiff.LabelTransition(type(row, 1), type(row, 2), row.getLong(3)));
        long compared = changes.stream()
                .mapToLong(CandidateDiff.LabelTransition::statements)
                .sum();
        long same = changes.stream()
                .filter(change -> change.from().equals(change.to()))
                .mapToLong(CandidateDiff.LabelTransition::statements)
                .sum();
        return new CandidateDiff(
                model,
                live(connection),
                new Sql()
                        .add("SELECT count(*) FROM active.statement")
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L),
                compared,
                compared - same,
                changes,
                shares(connection, "NULL::smallint"),
                shares(connection, "s.section"),
                corrected(connection),
                moved(connection, limit, offset),
                tallies(connection, limit, offset));
    }

    private static List<CandidateDiff.LiveModel> live(Connection connection) throws SQLException {
        return new Sql()
                .add("SELECT m.name, m.version, m.checksum, count(*) FROM active.statement s")
                .add("JOIN active.model m ON m.key = s.model GROUP BY 1, 2, 3 ORDER BY 4 DESC, 3")
                .list(
                        connection,
                        row -> new CandidateDiff.LiveModel(
                                row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private static List<CandidateDiff.ChangedShare> shares(Connection connection, String section) throws SQLException {
        return new Sql()
                .add("SELECT section, type, sum(before), sum(after) FROM (")
                .add("SELECT " + section + " AS section, s.machine_type AS type, 1 AS before, 0 AS after " + BOTH)
                .add("UNION ALL SELECT " + section + ", c.type, 0, 1 " + BOTH + ") x")
                .add("GROUP BY 1, 2 ORDER BY 1, 2")
                .list(connection, row -> {
                    Short code = row.getObject(1, Short.class);
                    return new CandidateDiff.ChangedShare(
                            code == null ? null : Codes.SECTION.name(code),
                            type(row, 2),
                            row.getLong(3),
                            row.getLong(4));
                });
    }

    private static CandidateDiff.CorrectionAgreement corrected(Connection connection) throws SQLException {
        return new Sql()
                .add("SELECT count(*), count(*) FILTER (WHERE s.machine_type = s.type),")
                .add("count(*) FILTER (WHERE c.type = s.type) " + BOTH + " WHERE " + CORRECTED)
                .first(
                        connection,
                        row -> new CandidateDiff.CorrectionAgreement(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow();
    }

    private static List<CandidateDiff.ChangedStatement> moved(Connection connection, int limit, int offset)
            throws SQLException {
        return new Sql()
                .add("SELECT s.id, p.id AS citing, d.id AS cited, s.text, s.section, s.machine_type, c.type,")
                .add("s.confidence AS before, c.confidence, " + CORRECTED + " AS corrected " + BOTH)
                .add("JOIN active.publication p ON p.key = s.citing JOIN active.publication d ON d.key = s.cited")
                .add("WHERE s.machine_type <> c.type ORDER BY c.confidence DESC, s.id LIMIT ? OFFSET ?", limit, offset)
                .list(
                        connection,
                        row -> new CandidateDiff.ChangedStatement(
                                row.getObject("id", UUID.class),
                                row.getString("citing"),
                                row.getString("cited"),
                                row.getString("text"),
                                Codes.SECTION.knownName(row.getInt("section")),
                                Codes.TYPE.name(row.getInt("machine_type")),
                                Codes.TYPE.name(row.getInt("type")),
                                row.getFloat("before"),
                                row.getFloat("confidence"),
                                row.getBoolean("corrected")));
    }

    /** The tally as it is and as it would be; statements that the candidate has not reached keep their label. */
    private static List<CandidateDiff.MovedTally> tallies(Connection connection, int limit, int offset)
            throws SQLException {
        return new Sql()
                .add("WITH moving AS (SELECT DISTINCT s.cited " + BOTH)
                .add("WHERE s.machine_type <> c.type AND NOT " + CORRECTED + "),")
                .add("labelled AS (SELECT s.cited, s.type AS before, CASE WHEN c.type IS NULL OR " + CORRECTED)
                .add("THEN s.type ELSE c.type END AS after FROM active.statement s JOIN moving USING (cited)")
                .add("LEFT JOIN app.candidate_statement c ON c.statement = s.id)")
                .add("SELECT d.id, d.title, count(*) FILTER (WHERE before <> after) AS moves,")
                .add(VocabularySql.of("${types count(*) FILTER (WHERE before = #) AS before_@},"))
                .add(VocabularySql.of("${types count(*) FILTER (WHERE after = #) AS after_@}"))
                .add("FROM labelled l JOIN active.publication d ON d.key = l.cited GROUP BY d.id, d.title")
                .add("ORDER BY moves DESC, d.id LIMIT ? OFFSET ?", limit, offset)
                .list(
                        connection,
                        row -> new CandidateDiff.MovedTally(
                                row.getString(1), row.getString(2), counts(row, "before_"), counts(row, "after_")));
    }

    private static CandidateDiff.LabelCounts counts(ResultSet row, String when) throws SQLException {
        return new CandidateDiff.LabelCounts(
                row.getLong(when + CitationType.SUPPORTING.column()),
                row.getLong(when + CitationType.MENTIONING.column()),
                row.getLong(when + CitationType.CONTRASTING.column()),
                row.getLong(when + CitationType.UNCLASSIFIED.column()),
                row.getLong(when + CitationType.NOT_A_SENTENCE.column()));
    }

    private static String type(ResultSet row, int column) throws SQLException {
        return Codes.TYPE.name(row.getInt(column));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned JSON that is none", e);
        }
    }
}
