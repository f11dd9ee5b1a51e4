package org.citestream.query.project;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Backoff;
import org.citestream.kit.topic.Topic;
import org.citestream.kit.topic.TopicList;
import org.citestream.kit.topic.TopicSetup;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.Offsets;
import org.jboss.logging.Logger;

/** The projection of this instance: makes sure of the topics, runs the loop on a thread of its own, drains at the end. */
@ApplicationScoped
public class Projection {

    /** The consumer group, and the name under which the control topic knows the loop. */
    public static final String GROUP = "citestream.projection";

    private static final Logger LOG = Logger.getLogger(Projection.class);
    private static final List<String> ALSO_NEEDED = List.of("citations.changes.v1", PauseOrders.TOPIC);

    private final ProjectionSettings settings;
    private final KafkaClients clients;
    private final ActiveGeneration generation;
    private final DataSource dataSource;
    private final ProjectionMeters meters;
    private final Event<ViewWritten> written;
    private volatile boolean stopping;
    private volatile ProjectionLoop loop;
    private volatile LoopState before = new LoopState.Starting("its thread");
    private volatile Thread thread;

    Projection(
            ProjectionSettings settings,
            KafkaClients clients,
            ActiveGeneration generation,
            DataSource dataSource,
            ProjectionMeters meters,
            Event<ViewWritten> written) {
        this.settings = settings;
        this.clients = clients;
        this.generation = generation;
        this.dataSource = dataSource;
        this.meters = meters;
        this.written = written;
    }

    void start(@Observes @Priority(1000) StartupEvent event) {
        if (settings.enabled()) {
            thread = new Thread(this::run, "citestream-projection");
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        ProjectionLoop current = loop;
        if (current != null) {
            current.stop();
        }
        if (thread != null) {
            thread.join();
        }
    }

    /** What the loop is doing now. */
    public LoopState state() {
        ProjectionLoop current = loop;
        LoopState said = current == null ? before : current.state();
        boolean over = said instanceof LoopState.Stopped || said instanceof LoopState.Ended;
        if (!over && !stopping && thread != null && !thread.isAlive()) {
            return new LoopState.Stopped("the loop's thread has died; see the log");
        }
        return said;
    }

    /** Whether this instance projects and everything that was in the log at its start is in the view. */
    public boolean isCaughtUp() {
        ProjectionLoop current = loop;
        return !settings.enabled() || (current != null && current.isCaughtUp());
    }

    public boolean isEnabled() {
        return settings.enabled();
    }

    private void run() {
        TopicList topics = TopicList.read();
        try {
            ensureTopics(topics);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException wrong) {
            before = new LoopState.Stopped(wrong.getMessage());
            LOG.errorf(wrong, "The projection cannot start: %s", wrong.getMessage());
            return;
        }
        if (stopping) {
            return;
        }
        try (Producer<byte[], byte[]> producer = clients.producer(GROUP + ".dead-letters")) {
            do {
                loop = loop(topics, producer);
                if (stopping) {
                    loop.stop();
                }
                loop.run();
            } while (!stopping && (loop.isRetired() || awaitSkip(loop.state())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns true once an operator has ordered the record to be skipped at which the loop has stopped. */
    private boolean awaitSkip(LoopState last) throws InterruptedException {
        if (!(last instanceof LoopState.Stopped stopped) || stopped.at() == null) {
            return false;
        }
        SkipOrders skips = new SkipOrders(dataSource);
        while (!stopping) {
            Thread.sleep(settings.controlInterval().toMillis());
            try {
                skips.read();
            } catch (SQLException away) {
                LOG.warnf("Orders to skip a record cannot be read: %s", away.getMessage());
            }
            if (skips.has(stopped.at())) {
                LOG.warnf("%s is skipped, as ordered: it becomes a dead letter", SkippedRecord.target(stopped.at()));
                return true;
            }
        }
        return false;
    }

    private ProjectionLoop loop(TopicList topics, Producer<byte[], byte[]> producer) {
        List<String> read = new ArrayList<>(topics.readBy(GROUP));
        read.add(TopicList.redrive(GROUP));
        Generation active = generation.get();
        Consumer<byte[], byte[]> consumer = clients.groupConsumer(GROUP, consumerSettings());
        return new ProjectionLoop(
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
                written::fire,
                () -> generation.isCurrent(active));
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

    private static List<Topic> needed(TopicList topics) {
        List<Topic> needed = new ArrayList<>(topics.neededBy(GROUP, topics.readBy(GROUP), ALSO_NEEDED));
        // For what comes back and does not tell from where.
        needed.add(topics.deadLettersOf(GROUP, topics.redriveOf(GROUP, topics.readBy(GROUP))));
        return needed;
    }

    private void ensureTopics(TopicList topics) throws InterruptedException {
        Backoff backoff = new Backoff(settings.backoff(), settings.backoffLimit());
        try (Admin admin = clients.admin()) {
            TopicSetup setup = new TopicSetup(admin, settings.replicationFactor());
            while (!stopping) {
                try {
                    setup.ensure(needed(topics));
                    return;
                } catch (KafkaException away) {
                    before = new LoopState.Starting("the broker: " + away.getMessage());
                    LOG.warnf("Waiting for the broker: %s", away.getMessage());
                    Thread.sleep(backoff.next().toMillis());
                }
            }
        }
    }
}
