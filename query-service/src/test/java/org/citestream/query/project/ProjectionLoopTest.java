package org.citestream.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.topic.TopicList;
import org.citestream.platform.Database;
import org.citestream.platform.SharedPlatform;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.NaiveFold;
import org.citestream.query.project.write.RandomLog;
import org.citestream.query.project.write.View;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the loop withstands: other instances, ends in the middle, connections cut by the database, a log cut short. */
@WithPlatform
@Tag("slow")
class ProjectionLoopTest {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    private static final Duration LONG = Duration.ofMinutes(2);

    private final String group = "test-" + UUID.randomUUID();
    private final List<String> topics = List.of(group + ".classified", group + ".publications", group + ".corrections");

    @Test
    void shouldStopAtTheRecordThatItCannotWriteAndGoOnOnceThatIsSkipped(Database database) throws Exception {
        // Given: a bug in us, played by a trigger; its kind of error says nothing about the record
        createTopics();
        try (Admin admin = Admin.create(BROKER)) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(TopicList.deadLetters(group, topic), 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        DataSource dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        List<LoggedFact<Fact>> log = new RandomLog(7).entries(120);
        String stumble = statements(log).get(statements(log).size() / 2);
        run(dataSource, """
            CREATE FUNCTION %1$s.stumble() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN IF NEW.id = ''%2$s'' THEN RAISE EXCEPTION ''stumbled''; END IF; RETURN NEW; END'\
            """.formatted(generation.schema(), stumble));
        run(
                dataSource,
                "CREATE TRIGGER stumble BEFORE INSERT OR UPDATE ON %1$s.statement FOR EACH ROW EXECUTE FUNCTION %1$s.stumble()"
                        .formatted(generation.schema()));
        // When
        send(log);
        TestLoop loop = new TestLoop(group, topics, dataSource, generation);
        await().atMost(LONG).until(() -> loop.state() instanceof LoopState.Stopped);
        // Then
        LoopState.Stopped stopped = (LoopState.Stopped) loop.state();
        assertThat(stopped.at()).as(stopped.reason()).isNotNull();
        assertThat(stopped.reason()).contains(SkippedRecord.target(stopped.at()), "stumbled");

        // When
        run(
                dataSource,
                "INSERT INTO app.ops_audit (who, action, target, detail) VALUES ('op', 'skip', '%s', 'a bug')"
                        .formatted(SkippedRecord.target(stopped.at())));
        // Then: it passes that record; another reading of the same statement is another record, and stops it again
        await().atMost(LONG)
                .until(() -> loop.state() instanceof LoopState.Stopped again
                        ? !stopped.at().equals(again.at())
                        : new View(dataSource)
                                .lines("SELECT sum(next_offset) FROM active.projection_offset")
                                .equals(List.of(Integer.toString(log.size()))));
        loop.stop();
        assertThat(new View(dataSource)
                        .lines("SELECT category, topic, partition, log_offset FROM active.parked ORDER BY 1 DESC"))
                .anySatisfy(line -> assertThat(line)
                        .contains("skipped")
                        .contains(Long.toString(stopped.at().offset())));
    }

    private static List<String> statements(List<LoggedFact<Fact>> log) {
        return log.stream()
                .map(LoggedFact::fact)
                .filter(StatementClassified.class::isInstance)
                .map(fact -> ((StatementClassified) fact).id().toString())
                .toList();
    }

    private static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    @Test
    void shouldLoseAndDuplicateNothingWhenInstancesComeAndGoAndConnectionsBreak(Database database) throws Exception {
        // Given
        createTopics();
        DataSource dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        List<LoggedFact<Fact>> log = new RandomLog(77).entries(400);
        NaiveFold fold = new NaiveFold();
        log.forEach(fold::apply);
        Random chance = new Random(77);
        List<TestLoop> loops = new ArrayList<>();
        loops.add(new TestLoop(group, topics, dataSource, generation));
        loops.add(new TestLoop(group, topics, dataSource, generation));
        // When
        int sent = 0;
        while (sent < log.size()) {
            int end = Math.min(log.size(), sent + 1 + chance.nextInt(150));
            send(log.subList(sent, end));
            sent = end;
            if (chance.nextBoolean()) {
                cutConnections(database);
            } else {
                loops.remove(0).stop();
                loops.add(new TestLoop(group, topics, dataSource, generation));
            }
        }
        // Then
        View view = new View(dataSource);
        long all = log.size();
        // The test reads through connections of the same pool, of which some are cut too.
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> assertThat(
                        view.lines("SELECT sum(next_offset) FROM active.projection_offset"))
                .containsExactly(Long.toString(all)));
        assertThat(view.lines("SELECT s.id, p.id, s.type, s.revision FROM active.statement s"
                        + " JOIN active.publication p ON p.key = s.cited"))
                .containsExactlyInAnyOrderElementsOf(fold.statements());
        assertThat(view.tallies()).isEqualTo(fold.tallies());
        assertThat(view.folded()).isEqualTo(fold.tallies());
        for (TestLoop loop : loops) {
            loop.stop();
            assertThat(loop.state()).isEqualTo(new LoopState.Ended());
        }
    }

    @Test
    void shouldStopAndSayWhyWhenLogNoLongerHasTheOffset(Database database) throws Exception {
        // Given
        createTopics();
        DataSource dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        send(new RandomLog(5).entries(20));
        TopicPartition first = new TopicPartition(topics.get(0), 0);
        try (Admin admin = Admin.create(BROKER)) {
            admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
        // When
        TestLoop loop = new TestLoop(group, topics, dataSource, generation);
        // Then
        await().atMost(LONG).until(() -> loop.state() instanceof LoopState.Stopped);
        assertThat(((LoopState.Stopped) loop.state()).reason())
                .contains(first + " is to be read from offset 0, but the log holds 1 to");
        assertThat(new View(dataSource).lines("SELECT count(*) FROM active.statement"))
                .containsExactly("0");
        loop.stop();
    }

    @Test
    void shouldPauseAndGoOnWhenResumed(Database database) throws Exception {
        // Given
        createTopics();
        DataSource dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        control("LoopPaused");
        TestLoop loop = new TestLoop(group, topics, dataSource, generation);
        List<LoggedFact<Fact>> log = new RandomLog(6).entries(30);
        send(log);
        // When, Then
        await().atMost(LONG).until(() -> loop.state() instanceof LoopState.Paused);
        View view = new View(dataSource);
        assertThat(view.lines("SELECT count(*) FROM active.article")).containsExactly("0");
        control("LoopResumed");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(view.lines("SELECT sum(next_offset) FROM active.projection_offset"))
                        .containsExactly(Integer.toString(log.size())));
        loop.stop();
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(BROKER)) {
            List<NewTopic> wanted = new ArrayList<>();
            topics.forEach(topic -> wanted.add(new NewTopic(topic, 3, (short) 1)));
            if (!admin.listTopics().names().get().contains(PauseOrders.TOPIC)) {
                wanted.add(new NewTopic(PauseOrders.TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
            }
            admin.createTopics(wanted).all().get();
        }
    }

    private void send(List<LoggedFact<Fact>> entries) throws Exception {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (LoggedFact<Fact> entry : entries) {
                byte[] value =
                        entry.fact() instanceof PublicationFactRemoved ? null : JSON.writeValueAsBytes(entry.fact());
                var record = new ProducerRecord<>(
                        group + "." + entry.place().topic(),
                        entry.place().partition(),
                        entry.key().getBytes(StandardCharsets.UTF_8),
                        value);
                record.headers()
                        .add("type", entry.fact().getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
            }
        }
    }

    private void control(String type) throws Exception {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(
                    PauseOrders.TOPIC,
                    group.getBytes(StandardCharsets.UTF_8),
                    "{\"by\":\"ada\"}".getBytes(StandardCharsets.UTF_8));
            record.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private static void cutConnections(Database database) throws Exception {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }
}
