package org.citestream.query.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.Producer;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.topic.Topic;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.Offsets;

/** Opens the writer of the active generation, once the topics are in order. Not thread-safe. */
final class GenerationWriters implements ProjectionTurn.Opener {

    private static final String GROUP = Projection.GROUP;
    private static final List<String> ALSO_NEEDED =
            List.of("citations.changes.v1", "citations.collections.v1", PauseOrders.TOPIC);

    private final ProjectionSettings settings;
    private final KafkaClients clients;
    private final ActiveGeneration generation;
    private final DataSource dataSource;
    private final ProjectionMeters meters;
    private final java.util.function.Consumer<ViewWritten> written;
    private TopicList topics;
    private Producer<byte[], byte[]> producer;

    /** @param written called after every commit */
    GenerationWriters(
            ProjectionSettings settings,
            KafkaClients clients,
            ActiveGeneration generation,
            DataSource dataSource,
            ProjectionMeters meters,
            java.util.function.Consumer<ViewWritten> written) {
        this.settings = settings;
        this.clients = clients;
        this.generation = generation;
        this.dataSource = dataSource;
        this.meters = meters;
        this.written = written;
    }

    @Override
    public GenerationWriter open() throws InterruptedException {
        if (topics == null) {
            topics = ensuredTopics();
        }
        if (producer == null) {
            producer = clients.producer(GROUP + ".dead-letters");
        }
        List<String> read = new ArrayList<>(topics.readBy(GROUP));
        read.add(TopicList.redrive(GROUP));
        Generation active = generation.get();
        Consumer<byte[], byte[]> consumer = clients.groupConsumer(GROUP, consumerSettings());
        return new GenerationWriter(
                consumer,
                read,
                new Positions(consumer, new Offsets(dataSource, active), GROUP),
                new PauseOrders(clients.soleConsumer(GROUP + ".control"), PauseOrders.TOPIC),
                new SkipOrders(dataSource),
                GROUP,
                new DeadLetters(producer, GROUP, topic -> TopicList.deadLetters(GROUP, topic)),
                new BatchWriter(dataSource, active),
                settings,
                meters,
                written,
                () -> generation.isCurrent(active));
    }

    private TopicList ensuredTopics() throws InterruptedException {
        TopicList list = TopicList.read();
        clients.ensure(needed(list), settings.replicationFactor());
        return list;
    }

    private static List<Topic> needed(TopicList topics) {
        List<Topic> needed = new ArrayList<>(topics.neededBy(GROUP, topics.readBy(GROUP), ALSO_NEEDED));
        // For redriven records whose headers do not say where they came from.
        needed.add(topics.deadLettersOf(GROUP, topics.redriveOf(GROUP, topics.readBy(GROUP))));
        return needed;
    }

    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize(),
                // Same number of partitions, same consumer: facts, corrections and redrives of an article stay
                // together.
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(settings.sessionTimeout().toMillis()));
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }
}
