package org.citestream.query.project;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.database.Leadership;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.GenerationSwap;
import org.citestream.query.project.write.Offsets;
import org.jboss.logging.Logger;

/**
 * Rebuilds the view: fills the next generation beside the active one and swaps once both are at the same offsets. One
 * at a time across all instances, by an advisory lock, on its own thread. Thread-safe.
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
    private Loop loop;

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

    /** Starts a rebuild, unless one is running here; returns whether it started. */
    public synchronized boolean start() {
        if (isRunning()) {
            return false;
        }
        if (loop != null) {
            loop.stop();
        }
        cancelled = false;
        state = new RebuildState.Filling(0, Instant.now(), 0, 0);
        Rebuilding rebuilding = new Rebuilding();
        loop = Loop.named("citestream-rebuild")
                .backoff(settings.backoff(), settings.backoffLimit())
                .retrying(rebuilding::isTemporary)
                .onFailure(rebuilding::failed)
                .drain(Duration.ZERO)
                .of(rebuilding);
        loop.start();
        return true;
    }

    /** Cancels the running rebuild; readers keep seeing what they see. */
    public void cancel() {
        cancelled = true;
    }

    /** The state of this instance's rebuild. */
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
        if (loop != null) {
            loop.stop();
        }
    }

    private void fail(Instant since, String reason) {
        state = new RebuildState.Failed(since, Instant.now(), reason);
    }

    /** Fills and swaps step by step; drops the old schema once the instances that may still read it have noticed. */
    final class Rebuilding implements Turn {

        private final Instant since = Instant.now();
        private final Leadership leadership = new Leadership(dataSource, LOCK);
        private Generation next;
        private GenerationFiller filler;
        private GenerationSwap swap;
        private boolean swapped;

        /** What fails before there is something to fill fails for good: whoever asked is still there. */
        boolean isTemporary(Exception failure) {
            return (filler != null || swapped) && FailureClassifier.of(failure) == FailureClassifier.RETRY;
        }

        void failed(Throwable failure) {
            fail(since, String.valueOf(failure.getMessage()));
        }

        @Override
        public Duration run() throws SQLException, FencedException, InterruptedException {
            if (swapped) {
                new Generations(dataSource).dropUnused();
                return END;
            }
            if (cancelled) {
                LOG.info("The rebuild was cancelled");
                fail(since, "Given up on request; readers see what they saw");
                return END;
            }
            if (filler == null) {
                if (leadership.tryLead() == null) {
                    fail(since, "Another instance rebuilds just now; its own page shows how far it is");
                    return END;
                }
                begin();
            }
            return filler.step() ? swap() : AT_ONCE;
        }

        private void begin() throws SQLException {
            Generation old = active.current();
            next = new Generations(dataSource).begin();
            LOG.infof("Rebuilding the view: %s is filled beside %s", next.schema(), old.schema());
            state = new RebuildState.Filling(next.number(), since, 0, 0);
            filler = filler(old, next);
            filling = filler;
            swap = new GenerationSwap(dataSource, old, next);
        }

        private Duration swap() throws SQLException, FencedException, InterruptedException {
            state = new RebuildState.Swapping(next.number(), since);
            int changes = swap.attempt(filler::step, rebuildSettings.swapPatience(), rebuildSettings.swapPoll());
            if (changes < 0) {
                throw new SQLTransientException("not swapped: both generations did not stand level in time");
            }
            active.current();
            LOG.infof("Readers see %s now; %d changes published with the cause rebuild", next.schema(), changes);
            state = new RebuildState.Done(next.number(), since, Instant.now(), changes);
            swapped = true;
            close();
            return rebuildSettings.keepRetired();
        }

        @Override
        public boolean rest(Duration pause) {
            if (filler == null) {
                return false;
            }
            state = new RebuildState.Filling(next.number(), since, filler.done(), filler.total());
            filler.rest(pause);
            return true;
        }

        @Override
        public void release() {
            close();
            if (isRunning()) {
                fail(since, "The service stopped; begin again");
            }
        }

        private void close() {
            leadership.close();
            if (filler != null) {
                filler.close();
                filler = null;
                filling = null;
            }
        }
    }

    private GenerationFiller filler(Generation old, Generation next) throws SQLException {
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
}
