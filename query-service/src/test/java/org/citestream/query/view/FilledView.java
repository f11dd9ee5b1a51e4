package org.citestream.query.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Codes;

/** Fills the tables of the view as the projection would leave them, for tests of what reads them. */
public final class FilledView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource dataSource;
    private final String schema;

    public FilledView(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        this.schema = new Generations(dataSource).ensureActive().schema();
    }

    /** Adds works, or describes those that were only named before. */
    public FilledView works(List<SampleWork> works) throws SQLException {
        run(
                """
                INSERT INTO %s.publication (id, root, source, title, authors, author_names, journal, published, year,
                  publication_type, doi, pmid)
                VALUES (?, 0, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, substring(? FROM '^doi:(.*)'), substring(? FROM '^pmid:(.*)'))
                ON CONFLICT (id) DO UPDATE SET title = excluded.title, authors = excluded.authors,
                  author_names = excluded.author_names, journal = excluded.journal, published = excluded.published,
                  year = excluded.year, publication_type = excluded.publication_type, source = excluded.source\
                """,
                works,
                (statement, work) -> set(
                        statement,
                        work.id(),
                        work.title() == null ? 0 : 1,
                        work.title(),
                        authors(work),
                        work.authors().toArray(String[]::new),
                        work.journal(),
                        work.published(),
                        work.year(),
                        work.publicationType(),
                        work.id(),
                        work.id()));
        run("UPDATE %s.publication SET root = key WHERE root = 0");
        for (SampleWork work : works) {
            run("""
                    INSERT INTO %s.notice (key, publication, kind, date, notice, partition, log_offset)
                    SELECT 'notice ' || id || ' ' || ?, key, ?, '2022-05-02', 'doi:10.5555/notice.1', 0, 0
                    FROM %<s.publication WHERE id = ?\
                    """, work.notices(), (statement, kind) -> set(statement, kind, kind, work.id()));
        }
        return this;
    }

    /** Adds statements, the reference edges they imply, and recounts the tallies. All works must be there. */
    public FilledView said(List<SampleStatement> statements) throws SQLException {
        run("INSERT INTO %s.model (name, version, checksum) VALUES ('cues', '1', 'sha256:00') ON CONFLICT DO NOTHING");
        run(
                """
                INSERT INTO %s.statement (id, citing, cited, cited_as, revision, log_offset, ordinal, model, confidence,
                  threshold, mentions, group_size, partition, type, machine_type, section, position, relationship, intent,
                  implied, truncated, classified_at, reference_key, text, before, after, markers, heading_path, scores,
                  evidence, extractor)
                SELECT ?, c.key, d.key, d.key, 1, 0, ?, m.key, ?, 0.5, 1, 1, c.key %% 12, ?, ?, ?, ?, ?, ?,
                  false, false, now(), 'B' || d.key, ?, ?, ?, ?, ?, '{0.1,0.8,0.1}',
                  '[{"in":"text","span":[0,3],"feature":"cue","weight":1.5,"toward":"supporting"}]', '1'
                FROM %<s.publication c, %<s.publication d, %<s.model m
                WHERE c.id = ? AND d.id = ? AND m.checksum = 'sha256:00'\
                """,
                statements,
                (statement, said) -> set(
                        statement,
                        said.id(),
                        said.ordinal(),
                        said.confidence(),
                        Codes.TYPE.code(said.type()),
                        Codes.TYPE.code(said.machineType()),
                        Codes.SECTION.code(said.section()),
                        Codes.POSITION.code(said.position()),
                        Codes.RELATIONSHIP.code(said.relationship()),
                        Codes.INTENT.code(said.intent()),
                        said.text(),
                        said.context().before(),
                        said.context().after(),
                        said.context().markers().toArray(Integer[]::new),
                        said.context().headingPath().toArray(String[]::new),
                        said.citing(),
                        said.cited()));
        run("""
            INSERT INTO %s.reference_edge (citing, key, cited, cited_as, revision, log_offset, ordinal, match_score,
              partition, relationship, cited_in_text, match_method)
            SELECT DISTINCT ON (citing, reference_key) citing, reference_key, cited, cited, 1, 0, 0, 1, partition,
              relationship, true, 'doi'
            FROM %<s.statement ORDER BY citing, reference_key, relationship ON CONFLICT DO NOTHING\
            """);
        return recounted();
    }

    /** Makes {@code from} an alias of {@code to}, as after a merge. */
    public FilledView alias(String from, String to) throws SQLException {
        run(
                "UPDATE %s.publication a SET root = b.root FROM %<s.publication b WHERE a.id = ? AND b.id = ?",
                List.of(Map.entry(from, to)), (statement, pair) -> set(statement, pair.getKey(), pair.getValue()));
        run("UPDATE %s.statement s SET cited = p.root FROM %<s.publication p WHERE p.key = s.cited_as");
        run("UPDATE %s.reference_edge e SET cited = p.root FROM %<s.publication p WHERE p.key = e.cited_as");
        return recounted();
    }

    /** Tells followers of the changes (the search index) of every statement that no change was about so far. */
    public FilledView announced() throws SQLException {
        Set<UUID> told = new HashSet<>();
        new ChangeLog(dataSource).after(0, Integer.MAX_VALUE).forEach(change -> told.add(change.statement()));
        return announced("true", told);
    }

    /** Tells followers of the changes of one statement, once more if need be. */
    public FilledView announced(UUID statement) throws SQLException {
        return announced("s.id = '" + statement + "'", Set.of());
    }

    private FilledView announced(String which, Set<UUID> told) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            Sql.of("SELECT s.id, w.id AS cited, c.id AS citing FROM " + schema + ".statement s JOIN " + schema
                            + ".publication w ON w.key = s.cited JOIN " + schema
                            + ".publication c ON c.key = s.citing WHERE " + which + " ORDER BY s.id")
                    .each(connection, 0, row -> {
                        UUID statement = row.getObject("id", UUID.class);
                        if (!told.contains(statement)) {
                            changes.add(added(row.getString("cited"), row.getString("citing"), statement));
                        }
                    });
        }
        return numbered(changes);
    }

    /** A change that says no more than what it is about; it has no number yet. */
    public static Change added(String cited, String citing, UUID statement) {
        return change(ChangeType.STATEMENT_ADDED, cited, citing, statement, Cause.ARTICLE, "{}", Instant.now());
    }

    /** A change without a number. */
    public static Change change(
            ChangeType type, String cited, String citing, UUID statement, Cause cause, String payload, Instant at) {
        return new Change(0, type, cited, citing, statement, cause, payload, Map.of(), null, at);
    }

    /** As the relay numbers them, which goes on from there. */
    public FilledView numbered(List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return this;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            long last = Sql.of(
                            "UPDATE app.relay SET last_sequence = last_sequence + :count RETURNING old.last_sequence")
                    .with("count", changes.size())
                    .number(connection);
            List<Change> numbered = new ArrayList<>();
            for (Change change : changes) {
                numbered.add(new Change(
                        ++last,
                        change.type(),
                        change.cited(),
                        change.citing(),
                        change.statement(),
                        change.cause(),
                        change.payload(),
                        change.facets(),
                        null,
                        change.at()));
            }
            ChangeLog.append(connection, numbered);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return this;
    }

    /** In one transaction: whoever projects meanwhile sees the tallies before or after. */
    private FilledView recounted() throws SQLException {
        run("""
            BEGIN;
            LOCK TABLE %1$s.statement IN SHARE MODE;
            TRUNCATE %1$s.tally;
            INSERT INTO %1$s.tally (cited, partition, supporting, mentioning, contrasting, unclassified,
              not_a_sentence)
            SELECT cited, partition, count(*) FILTER (WHERE type = 1), count(*) FILTER (WHERE type = 2),
              count(*) FILTER (WHERE type = 3), count(*) FILTER (WHERE type = 0),
              count(*) FILTER (WHERE type = 4)
            FROM %1$s.statement GROUP BY cited, partition;
            INSERT INTO %1$s.tally (cited, partition, citing_publications)
            SELECT cited, partition, count(DISTINCT citing) FROM %1$s.reference_edge GROUP BY cited, partition
            ON CONFLICT (cited, partition) DO UPDATE SET citing_publications = excluded.citing_publications;
            COMMIT\
            """);
        run("ANALYZE %s.statement");
        run("ANALYZE %s.publication");
        return this;
    }

    /** Counts what the database did so far, as {@code pg_stat} tells it. */
    public long one(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(schema))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @FunctionalInterface
    private interface Binder<T> {
        void bind(PreparedStatement statement, T value) throws SQLException;
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(schema));
        }
    }

    private <T> void run(String sql, List<T> values, Binder<T> binder) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.formatted(schema))) {
            for (T value : values) {
                binder.bind(statement, value);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String authors(SampleWork work) {
        try {
            return JSON.writeValueAsString(work.authors().stream()
                    .map(name -> Map.of(
                            "given", name.substring(0, Math.max(0, name.lastIndexOf(' '))),
                            "family", name.substring(name.lastIndexOf(' ') + 1)))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
