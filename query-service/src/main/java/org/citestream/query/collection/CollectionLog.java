package org.citestream.query.collection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.query.change.ChangeSettings;
import org.citestream.query.change.LeaderStep;
import org.citestream.query.database.Leadership;

/**
 * Keeps the tables and {@code citations.collections.v1} equal: what was changed here is published, and what the topic has from
 * others, or had before this database, is written here. One of several instances does it. Thread-safe.
 */
@ApplicationScoped
class CollectionLog {

    private static final long LOCK = 0x6369746572656c06L;

    private final KafkaClients clients;
    private final CollectionSettings settings;
    private final Loop loop;

    CollectionLog(KafkaClients clients, CollectionSettings settings, ChangeSettings changes, DataSource dataSource) {
        this.clients = clients;
        this.settings = settings;
        this.loop = Loop.named("citestream-collections")
                .backoff(changes.backoff(), changes.backoff())
                .of(new LeaderStep(new Leadership(dataSource, LOCK), new Equalizing(), changes.leadershipInterval()));
    }

    void start(@Observes @Priority(965) StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** There may be something to publish. */
    void wake() {
        loop.wake();
    }

    boolean isAlive() {
        return loop.isAlive();
    }

    /** Publishes first: what is new here is newer than what the topic has. */
    private final class Equalizing implements LeaderStep.LeaderTask {

        private Producer<byte[], byte[]> producer;
        private Consumer<byte[], byte[]> consumer;

        @Override
        public Duration run(Connection leader) throws SQLException, InterruptedException {
            if (producer == null && !hasTopic()) {
                // The projection's loop makes it when the line starts for the first time.
                return settings.poll();
            }
            if (producer == null) {
                int millis = Math.toIntExact(settings.publishWithin().toMillis());
                producer = clients.producer(
                        "citestream.collections",
                        Map.of(
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, millis,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, millis / 2),
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis));
                consumer = clients.soleConsumer("citestream.collections");
            }
            boolean published = new CollectionPublisher(producer).publish(leader);
            boolean followed = new CollectionFollower(consumer).follow(leader);
            return published || followed ? Duration.ZERO : settings.poll();
        }

        private boolean hasTopic() throws InterruptedException {
            Admin admin = clients.admin();
            try {
                return admin.listTopics()
                        .names()
                        .get(settings.publishWithin().toMillis(), TimeUnit.MILLISECONDS)
                        .contains(CollectionPublisher.TOPIC);
            } catch (ExecutionException | TimeoutException away) {
                throw new KafkaException("The topics cannot be listed", away);
            } finally {
                admin.close(Duration.ZERO);
            }
        }

        @Override
        public void release() {
            if (producer != null) {
                producer.close(Duration.ofSeconds(2));
                consumer.close();
                producer = null;
                consumer = null;
            }
        }
    }
}
