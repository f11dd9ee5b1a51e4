package org.citestream.query.project;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Backoff;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.GenerationSwap;
import org.citestream.query.project.write.Offsets;
import org.jboss.logging.Logger;

/**
 * Rebuilds the view: fills the next generation beside the active one and swaps once both stand at the same offsets. One
 * at a time over all instances, by an advisory lock, on a thread of its own. Thread-safe.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final long LOCK = 0x6369747265627569L;

    private final ProjectionSettings settings;
    private final RebuildSettings rebuildSettings;
    private final KafkaClients clients;
    private final ActiveGeneration active;
    private final DataSource dataSource;
    private volatile RebuildState state = new RebuildState.Idle();
    private volatile GenerationFiller filling;
    private volatile boolean cancelled;
    private Loop thread;

    Rebuild(
            ProjectionSettings settings,
            RebuildSettings rebuildSettings,
            KafkaClients clients,
            ActiveGeneration active,
            DataSource dataSource) {
        this.settings = settings;
        this.rebuildSettings = rebuildSettings;
        this.clients = clients;
        this.active = active;
        this.dataSource = dataSource;
    }

    /** Begins, unless one is under way here; returns whether it began. */
    public synchronized boolean start() {
        if (isRunning()) {
            return false;
        }
        if (thread != null) {
            thread.stop();
        }
        cancelled = false;
        state = new RebuildState.Filling(0, Instant.now(), 0, 0);
        thread = Loop.named("citestream-rebuild").drain(Duration.ZERO).of(new Rebuilding());
        thread.start();
        return true;
    }

    /** Gives up what is under way; readers go on seeing what they see. */
    public void cancel() {
        cancelled = true;
    }

    /** How the one of this instance stands. */
    public RebuildState state() {
        RebuildState said = state;
        GenerationFiller current = filling;
        return said instanceof RebuildState.Filling begun && current != null
                ? new RebuildState.Filling(begun.generation(), begun.since(), current.done(), current.total())
                : said;
    }

    public boolean isRunning() {
        return state instanceof RebuildState.Filling || state instanceof RebuildState.Swapping;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        cancelled = true;
        if (thread != null) {
            thread.stop();
        }
    }

    /** First the rebuild; once the instances that may still read the old schema have noticed, that is dropped. */
    private final class Rebuilding implements Turn {

        private final Instant since = Instant.now();
        private boolean swapped;

        @Override
        public Duration run() throws InterruptedException {
            try {
                if (swapped) {
                    new Generations(dataSource).dropUnused();
                    return END;
                }
                swapped = rebuildAlone(since);
                return swapped ? rebuildSettings.keepRetired() : END;
            } catch (SQLException | FencedException | RuntimeException failure) {
                LOG.error("The rebuild has failed", failure);
                fail(since, String.valueOf(failure.getMessage()));
                return END;
            } finally {
                filling = null;
            }
        }

        @Override
        public void release() {
            if (isRunning()) {
                fail(since, "The service stopped; begin again");
            }
        }
    }

    /** Returns whether readers see another generation now. */
    private boolean rebuildAlone(Instant since) throws SQLException, FencedException, InterruptedException {
        try (Connection leader = dataSource.getConnection()) {
            if (!lead(leader)) {
                fail(since, "Another instance rebuilds just now; its own page shows how far it is");
                return false;
            }
            try {
                rebuild(since);
                return true;
            } finally {
                unlead(leader);
            }
        }
    }

    private void fail(Instant since, String reason) {
        state = new RebuildState.Failed(since, Instant.now(), reason);
    }

    private void rebuild(Instant since) throws SQLException, FencedException, InterruptedException {
        Generation old = active.current();
        Generation next = new Generations(dataSource).begin();
        LOG.infof("Rebuilding the view: %s is filled beside %s", next.schema(), old.schema());
        state = new RebuildState.Filling(next.number(), since, 0, 0);
        try (GenerationFiller current = filling(old, next)) {
            filling = current;
            Backoff backoff = new Backoff(settings.backoff(), settings.backoffLimit());
            GenerationSwap swap = new GenerationSwap(dataSource, old, next);
            while (true) {
                fill(current, backoff);
                state = new RebuildState.Swapping(next.number(), since);
                int changes = trySwap(swap, current);
                if (changes >= 0) {
                    active.current();
                    LOG.infof(
                            "Readers see %s now; %d changes published with the cause rebuild", next.schema(), changes);
                    state = new RebuildState.Done(next.number(), since, Instant.now(), changes);
                    return;
                }
                state = new RebuildState.Filling(next.number(), since, current.done(), current.total());
                Thread.sleep(backoff.next().toMillis());
            }
        }
    }

    private int trySwap(GenerationSwap swap, GenerationFiller current)
            throws SQLException, FencedException, InterruptedException {
        try {
            return swap.attempt(current::step, rebuildSettings.swapPatience());
        } catch (SQLException busy) {
            if (FailureClassifier.of(busy) != FailureClassifier.RETRY) {
                throw busy;
            }
            LOG.warnf("Not swapped, trying again: %s", busy.getMessage());
            return -1;
        }
    }

    private void fill(GenerationFiller current, Backoff backoff)
            throws SQLException, FencedException, InterruptedException {
        while (true) {
            if (cancelled) {
                throw new IllegalStateException("Given up on request; readers see what they saw");
            }
            try {
                if (current.step()) {
                    return;
                }
                backoff.reset();
            } catch (SQLException | RuntimeException failure) {
                if (FailureClassifier.of(failure) != FailureClassifier.RETRY) {
                    throw failure;
                }
                Duration pause = backoff.next();
                LOG.warnf("The rebuild waits %d ms: %s", pause.toMillis(), failure.getMessage());
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private GenerationFiller filling(Generation old, Generation next) throws SQLException {
        List<String> topics = new ArrayList<>(TopicList.read().readBy(Projection.GROUP));
        topics.add(TopicList.redrive(Projection.GROUP));
        Consumer<byte[], byte[]> consumer = clients.reader("citestream.rebuild", settings.batchSize());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return new GenerationFiller(
                consumer,
                partitions,
                new Offsets(dataSource, old),
                new Offsets(dataSource, next),
                new BatchWriter(dataSource, next),
                new SkipOrders(dataSource),
                settings,
                new ProjectionMeters(new CompositeMeterRegistry()));
    }

    private static boolean lead(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement locking = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            locking.setLong(1, LOCK);
            try (ResultSet row = locking.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void unlead(Connection connection) throws SQLException {
        try (PreparedStatement unlocking = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            unlocking.setLong(1, LOCK);
            unlocking.execute();
        }
    }
}
