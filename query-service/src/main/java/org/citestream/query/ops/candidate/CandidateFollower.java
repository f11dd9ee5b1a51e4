package org.citestream.query.ops.candidate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.deadletter.Place;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.query.project.event.EventReader;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.event.UnreadableException;

/**
 * Follows {@code citations.candidate.v1} while it exists, on its own thread, and drops its data when it is deleted.
 * Only the comparison depends on it, so every failure is logged and retried.
 */
@ApplicationScoped
class CandidateFollower {

    static final String TOPIC = "citations.candidate.v1";

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaClients clients;
    private final CandidateStore store;
    private final CandidateSettings settings;
    private final ObjectMapper json;
    private final EventReader reader = new EventReader(Origins.THEIR_OWN);
    private final Loop loop;

    CandidateFollower(KafkaClients clients, DataSource dataSource, CandidateSettings settings, ObjectMapper json) {
        this.clients = clients;
        this.store = new CandidateStore(dataSource);
        this.settings = settings;
        this.json = json;
        this.loop = Loop.named("citestream-candidate")
                .backoff(settings.interval(), settings.interval())
                .daemon()
                .drain(Duration.ZERO)
                .of(new CandidateTurn());
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private final class CandidateTurn implements Turn {

        private Admin admin;

        @Override
        public Duration run() throws SQLException, InterruptedException {
            if (admin == null) {
                admin = clients.admin();
            }
            Optional<TopicDescription> topic = topic(admin);
            store.begin(topic.map(found -> found.topicId().toString()).orElse(null));
            if (topic.isPresent()) {
                follow(admin, topic.get());
            }
            return settings.interval();
        }

        @Override
        public void release() {
            if (admin != null) {
                admin.close();
                admin = null;
            }
        }
    }

    private static Optional<TopicDescription> topic(Admin admin) throws InterruptedException {
        try {
            return Optional.of(
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
        }
    }

    /** Until the topic is replaced or deleted. */
    private void follow(Admin admin, TopicDescription topic) throws SQLException, InterruptedException {
        String id = topic.topicId().toString();
        try (Consumer<byte[], byte[]> consumer = clients.soleConsumer("citestream.candidate")) {
            List<TopicPartition> partitions = topic.partitions().stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            place(consumer, partitions);
            long looked = System.nanoTime();
            while (!loop.isStopping()) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
                    records.forEach(batch::add);
                    if (!write(id, batch)) {
                        place(consumer, partitions);
                    }
                }
                if (System.nanoTime() - looked > settings.interval().toNanos()) {
                    if (!topic(admin).map(now -> now.topicId().toString()).equals(Optional.of(id))) {
                        return;
                    }
                    looked = System.nanoTime();
                }
            }
        }
    }

    private void place(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) throws SQLException {
        Map<Integer, Long> offsets = store.offsets();
        partitions.forEach(partition -> consumer.seek(partition, offsets.getOrDefault(partition.partition(), 0L)));
    }

    private boolean write(String topicId, List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        List<LoggedFact<StatementClassified>> statements = new ArrayList<>();
        Map<Integer, CandidateStore.PartitionProgress> advances = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            advances.merge(
                    record.partition(),
                    new CandidateStore.PartitionProgress(record.partition(), record.offset(), record.offset() + 1),
                    (first, next) -> new CandidateStore.PartitionProgress(first.partition(), first.from(), next.to()));
            statement(record).ifPresent(statements::add);
        }
        Optional<String> model = statements.isEmpty()
                ? Optional.empty()
                : Optional.of(json.valueToTree(
                                statements.get(statements.size() - 1).fact().model())
                        .toString());
        return store.write(topicId, statements, List.copyOf(advances.values()), model);
    }

    /** Other facts of an article, and unreadable records, say nothing about labels. */
    private Optional<LoggedFact<StatementClassified>> statement(ConsumerRecord<byte[], byte[]> record) {
        try {
            LoggedFact<Fact> entry = reader.read(record);
            return entry.fact() instanceof StatementClassified classified
                    ? Optional.of(new LoggedFact<>(
                            classified,
                            entry.key(),
                            new Place(record.topic(), record.partition(), record.offset()),
                            false,
                            null))
                    : Optional.empty();
        } catch (UnreadableException odd) {
            return Optional.empty();
        }
    }
}
