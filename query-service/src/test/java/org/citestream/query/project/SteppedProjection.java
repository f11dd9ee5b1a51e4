package org.citestream.query.project;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;

/** Projection and rebuild of one process, moved by hand instead of by their threads. */
public final class SteppedProjection {

    private static final TopicList TOPICS = TopicList.read();

    private final KafkaClients clients;
    private final DataSource dataSource;
    private final ActiveGeneration active;
    private final HastySettings settings;
    private final Rebuild rebuild;
    private GenerationWriter writer;

    public SteppedProjection(
            KafkaClients clients, DataSource dataSource, ActiveGeneration active, HastySettings settings) {
        this.clients = clients;
        this.dataSource = dataSource;
        this.active = active;
        this.settings = settings;
        this.rebuild = new Rebuild(settings, settings, clients, active, dataSource);
    }

    /** One turn of the loop, with what it does about a failure that passes. */
    public void step() throws SQLException, InterruptedException {
        if (writer == null) {
            writer = begin(active.get());
        }
        try {
            if (!writer.step()) {
                writer.close();
                writer = null;
            }
        } catch (SQLException | RuntimeException failure) {
            if (FailureClassifier.of(failure) != FailureClassifier.RETRY) {
                throw failure;
            }
            writer.rest(Duration.ZERO);
        }
    }

    /** A rebuild from beginning to end, as its loop takes it; returns whether readers see another generation now. */
    public boolean rebuild() throws InterruptedException {
        Rebuild.Rebuilding rebuilding = rebuild.new Rebuilding();
        try {
            while (true) {
                try {
                    Duration pause = rebuilding.run();
                    if (pause.isNegative() || pause.equals(settings.keepRetired())) {
                        return !pause.isNegative();
                    }
                } catch (SQLException | FencedException | RuntimeException failure) {
                    if (!rebuilding.isTemporary(failure)) {
                        return false;
                    }
                    if (!rebuilding.rest(Duration.ZERO)) {
                        rebuilding.release();
                    }
                }
            }
        } finally {
            rebuilding.release();
        }
    }

    private GenerationWriter begin(Generation generation) {
        List<String> read = new ArrayList<>(TOPICS.readBy(Projection.GROUP));
        read.add(TopicList.redrive(Projection.GROUP));
        Consumer<byte[], byte[]> consumer = clients.groupConsumer(
                Projection.GROUP, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize()));
        return new GenerationWriter(
                consumer,
                read,
                new Positions(consumer, new Offsets(dataSource, generation), Projection.GROUP),
                new PauseOrders(clients.soleConsumer("control"), PauseOrders.TOPIC),
                new SkipOrders(dataSource),
                Projection.GROUP,
                new DeadLetters(
                        clients.producer("dead-letters"),
                        Projection.GROUP,
                        topic -> TopicList.deadLetters(Projection.GROUP, topic)),
                new BatchWriter(dataSource, generation),
                settings,
                new ProjectionMeters(new SimpleMeterRegistry()),
                news -> {},
                () -> active.isCurrent(generation));
    }
}
