package org.citestream.ingest.publish;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.jboss.logging.Logger;

/**
 * Pause and resume orders from {@code citestream.control.v1} for this service's loops, followed on a thread of its own.
 * While the broker is unavailable, loops follow the last known order. Thread-safe.
 */
@ApplicationScoped
public class LoopOrders {
    private static final Logger LOG = Logger.getLogger(LoopOrders.class);
    private static final String NAME = "citestream.ingest.control";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_READING_SECONDS = 5;

    private final KafkaClients clients;
    private final CountDownLatch read = new CountDownLatch(1);
    // Reading changes nothing that an interrupt could leave half done.
    private final Loop loop = Loop.named(NAME).daemon().drain(Duration.ZERO).of(new OrdersTurn());
    private volatile PauseOrders orders;
    private boolean begun;

    LoopOrders(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Starts following once the topic exists, and waits until all earlier orders are known, so that a paused loop does
     * not start; but only for a few seconds, since an unavailable broker stops no loop.
     */
    public void follow() throws InterruptedException {
        begin();
        if (!read.await(FIRST_READING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("what loops were ordered is not known yet; they run until it is");
        }
    }

    private synchronized void begin() {
        if (!begun) {
            begun = true;
            loop.start();
        }
    }

    /** Whether the loop of that name is paused. */
    public boolean isPaused(String loop) {
        PauseOrders known = orders;
        return known != null && known.isPaused(loop);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private final class OrdersTurn implements Turn {
        private PauseOrders following;

        @Override
        public Duration run() {
            if (following == null) {
                following = new PauseOrders(clients.soleConsumer(NAME), PauseOrders.TOPIC);
                following.readAll();
                // Not earlier: re-reading after an error must not resume a paused loop.
                orders = following;
                read.countDown();
            }
            following.follow(POLL);
            return AT_ONCE;
        }

        @Override
        public void release() {
            if (following != null) {
                following.close();
                following = null;
            }
        }
    }
}
