package org.citestream.query.change;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Turn;
import org.citestream.query.PublicUrl;
import org.citestream.query.project.generation.ActiveGeneration;

/** Relay, publisher and feed of one process, moved by hand instead of by their threads. */
public final class SteppedChanges {

    /** Where its changes are published. */
    public static final String TOPIC = ChangePublisher.TOPIC;

    private final ChangeLog log;
    private final ChangeFeed feed;
    private final Turn relay;
    private final Turn publisher;
    private final List<Change> fed = new ArrayList<>();

    /** @param batch changes a transaction, or a page, holds at most */
    public SteppedChanges(KafkaClients clients, DataSource dataSource, ActiveGeneration active, int batch) {
        ChangeSettings settings = new HastyChanges(batch);
        log = new ChangeLog(dataSource);
        feed = new ChangeFeed(log, settings);
        feed.subscribe(fed::addAll);
        ChangeRelay changes = new ChangeRelay(
                settings, dataSource, active, clients, log, feed, new PublicUrl("http://127.0.0.1:8080"));
        relay = changes.relaying();
        publisher = changes.publishing();
    }

    /** One turn of the relay. */
    public void relay() throws SQLException, InterruptedException {
        turn(relay);
    }

    /** One turn of the publisher. */
    public void publish() throws SQLException, InterruptedException {
        turn(publisher);
    }

    /** One turn of the feed. */
    public void feed() throws SQLException {
        feed.step();
    }

    /** What the feed gave since this began. */
    public List<Change> fed() {
        return List.copyOf(fed);
    }

    /** As the kit's loop does: what fails lets go of all it holds. */
    private static void turn(Turn turn) throws SQLException, InterruptedException {
        try {
            turn.run();
        } catch (SQLException | KafkaException failure) {
            turn.release();
            throw failure;
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private record HastyChanges(int batchSize) implements ChangeSettings {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration poll() {
            return Duration.ZERO;
        }

        @Override
        public Duration heldBackPoll() {
            return Duration.ZERO;
        }

        @Override
        public Duration leadershipInterval() {
            return Duration.ZERO;
        }

        @Override
        public Duration backoff() {
            return Duration.ZERO;
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(30);
        }
    }
}
