package org.citestream.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database in which changes and deltas had a row each is brought to where they come in batches. */
@WithPlatform
class OldChangesTest {

    private static final List<String> VIEW_BEFORE = List.of(
            "V1__view",
            "V2__report_memory",
            "V3__correction",
            "V4__journals",
            "V5__statement_covering",
            "V6__intent",
            "V7__not_a_sentence",
            "V8__answers");

    @Test
    void shouldReadTheSameChangesWhenTheyWereRowsBefore(Database database) throws SQLException {
        // Given
        DataSource dataSource = TestDatabase.plain(database);
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("app")
                .defaultSchema("app")
                .locations("classpath:db/app")
                .target("6")
                .load()
                .migrate();
        run(dataSource, """
                INSERT INTO app.change (sequence, record, cited, citing, statement, cause, payload, facets, at)
                SELECT i, CASE WHEN i % 2 = 0 THEN 'StatementRemoved' ELSE 'StatementAdded' END, 'doi:10.5555/cited',
                    'doi:10.5555/citing.' || i / 100, ('00000000-0000-0000-0000-' || lpad((i / 2)::text, 12, '0'))::uuid,
                    'article', ('{"id":"' || i || '","text":"a\\nb"}')::json, '{"year": ["2020"]}', now()
                FROM generate_series(101, 2600) i;
                UPDATE app.relay SET last_sequence = 2600, published_sequence = 2600""");
        // When
        TestDatabase.withApp(database);
        // Then
        ChangeLog log = new ChangeLog(dataSource);
        List<Change> changes = log.after(0, Integer.MAX_VALUE);
        assertThat(changes)
                .extracting(Change::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(101, 2600).boxed().toList());
        Change one = log.after(1499, 1).get(0);
        assertThat(one.payload()).isEqualTo("{\"id\":\"1500\",\"text\":\"a\\nb\"}");
        assertThat(one.facets()).isEqualTo(Map.of("year", List.of("2020")));
        assertThat(one.cause()).isEqualTo(Cause.ARTICLE);
        try (Connection connection = dataSource.getConnection()) {
            assertThat(ChangeLog.of(connection, UUID.fromString("00000000-0000-0000-0000-000000000600"), null))
                    .extracting(Change::sequence)
                    .containsExactly(1200L, 1201L);
            assertThat(ChangeLog.numbered(connection, List.of(2600L, 1100L, 99L)))
                    .extracting(Change::sequence)
                    .containsExactly(1100L, 2600L);
            assertThat(ChangeLog.newest(
                            connection, change -> change.type() == ChangeType.STATEMENT_ADDED, 2590, 5000, 3))
                    .extracting(Change::sequence)
                    .containsExactly(2599L, 2597L, 2595L);
        }
    }

    @Test
    void shouldRelayDeltasWhenTheyWereRowsBefore(Database database) throws Exception {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        run(dataSource, "CREATE SCHEMA view_1");
        for (String script : VIEW_BEFORE) {
            try (var stream = OldChangesTest.class.getClassLoader().getResourceAsStream("db/view/" + script + ".sql")) {
                run(
                        dataSource,
                        new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("${schema}", "view_1"));
            }
        }
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("view_1")
                .defaultSchema("view_1")
                .table("template_history")
                .baselineVersion("8")
                .load()
                .baseline();
        run(dataSource, """
                INSERT INTO view_1.publication (id, root) VALUES ('doi:10.5555/old', 1);
                INSERT INTO view_1.outbox (record, cause, cited, citing, statement, mentioning, type, intent, text)
                SELECT 'StatementAdded', 'article', 1, 1, gen_random_uuid(), 1, 2, 3, 'Sentence ' || i
                FROM generate_series(1, 2500) i""");
        // When
        Generation generation = new Generations(dataSource).ensureActive();
        Relay relay = new Relay(() -> generation, 100, () -> 0);
        List<Change> changes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (List<Change> some = relay.relay(connection).changes();
                    !some.isEmpty();
                    some = relay.relay(connection).changes()) {
                changes.addAll(some);
            }
        }
        // Then
        assertThat(changes)
                .extracting(change -> change.value().get("text").asText())
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(2500)
                        .map(i -> "Sentence " + i)
                        .toList());
        assertThat(changes.get(2499).value().at("/after/mentioning").asInt()).isEqualTo(2500);
        assertThat(changes.get(0).facets())
                .containsEntry("type", List.of("mentioning"))
                .containsEntry("intent", List.of("result"));
        assertThat(new ChangeLog(dataSource).after(0, Integer.MAX_VALUE)).isEqualTo(changes);
    }

    private static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
