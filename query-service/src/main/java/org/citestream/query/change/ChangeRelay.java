package org.citestream.query.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.Leadership;
import org.citestream.query.project.ViewWritten;
import org.citestream.query.project.generation.ActiveGeneration;

/**
 * Runs the relay and the publisher of this instance, each on its own thread, so that an unreachable broker does not
 * hold up the stream.
 */
@ApplicationScoped
public class ChangeRelay {

    private static final long RELAY_LOCK = 0x6369746572656c01L;
    private static final long PUBLISHER_LOCK = 0x6369746572656c02L;

    private final ChangeSettings settings;
    private final DataSource dataSource;
    private final ActiveGeneration generation;
    private final KafkaClients clients;
    private final ChangeLog log;
    private final ChangeFeed feed;
    private final String source;
    private final Loop relay;
    private final Loop publisher;

    ChangeRelay(
            ChangeSettings settings,
            DataSource dataSource,
            ActiveGeneration generation,
            KafkaClients clients,
            ChangeLog log,
            ChangeFeed feed,
            PublicUrl site) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.generation = generation;
        this.clients = clients;
        this.log = log;
        this.feed = feed;
        this.source = site.of("/api/v1/stream");
        this.relay = loop("citestream-relay", relaying());
        this.publisher = loop("citestream-change-publisher", publishing());
    }

    void start(@Observes @Priority(950) StartupEvent event) {
        if (settings.enabled()) {
            relay.start();
            publisher.start();
        }
    }

    /** The turn of the relay; one thread's. */
    LeaderStep relaying() {
        return turn(RELAY_LOCK, new Relaying());
    }

    /** The turn of the publisher; one thread's. */
    LeaderStep publishing() {
        return turn(PUBLISHER_LOCK, new Publishing());
    }

    private LeaderStep turn(long lock, LeaderStep.LeaderTask work) {
        return new LeaderStep(new Leadership(dataSource, lock), work, settings.leadershipInterval());
    }

    private Loop loop(String name, LeaderStep turn) {
        return Loop.named(name).backoff(settings.backoff(), settings.backoff()).of(turn);
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
        publisher.stop();
    }

    /** Wakes the relay: the projection has committed. */
    void onWritten(@Observes ViewWritten written) {
        relay.wake();
    }

    boolean isAlive() {
        return !settings.enabled() || (relay.isAlive() && publisher.isAlive());
    }

    private Duration pause(int done) {
        return done < settings.batchSize() ? settings.poll() : Duration.ZERO;
    }

    private final class Relaying implements LeaderStep.LeaderTask {

        private final Relay relaying =
                new Relay(generation::get, settings.batchSize(), new PublishedNumbers(clients, settings.batchSize()));
        private long purgedAt = System.nanoTime();

        @Override
        public Duration run(Connection leader) throws SQLException {
            // Whichever instance swaps, the outbox is that of the generation that readers see.
            generation.current();
            Relay.RelayedBatch done = relaying.relay(leader);
            if (!done.changes().isEmpty()) {
                log.remember(done.changes());
                feed.wake();
                publisher.wake();
            }
            if (System.nanoTime() - purgedAt > Duration.ofHours(1).toNanos()) {
                purgedAt = System.nanoTime();
                Relay.purge(leader, settings.keep());
            }
            return done.heldBack()
                    ? settings.heldBackPoll()
                    : pause(done.changes().size());
        }

        @Override
        public void release() {
            // With the connection the database may be another: what was committed there may not be here.
            log.forget();
        }
    }

    private final class Publishing implements LeaderStep.LeaderTask {

        private Producer<byte[], byte[]> producer;

        @Override
        public Duration run(Connection leader) throws SQLException, InterruptedException {
            if (producer == null) {
                producer = clients.producer("citestream.changes");
            }
            return pause(new ChangePublisher(producer, log, source, settings.batchSize()).publish(leader));
        }

        @Override
        public void release() {
            if (producer != null) {
                producer.close(Duration.ofSeconds(5));
                producer = null;
            }
        }
    }
}
