package org.citestream.ingest.catalogue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidOffsetException;
import org.apache.kafka.common.errors.WakeupException;
import org.citestream.ingest.publish.DeadLetters;
import org.citestream.ingest.publish.KafkaClients;
import org.citestream.ingest.publish.LoopOrders;
import org.citestream.ingest.publish.Publisher;
import org.citestream.ingest.publish.TopicPlan;
import org.citestream.ingest.publish.TopicsInOrder;
import org.citestream.ingest.trace.Tracing;
import org.jboss.logging.Logger;

/**
 * The thread that follows {@code citations.publications.v1}: named, alone with its consumer, stopped with the service.
 * What can pass is waited for; a bug, or an offset that the log no longer has, stops it for good and is shown.
 */
@ApplicationScoped
public class CatalogueLoop {
    private static final Logger LOG = Logger.getLogger(CatalogueLoop.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    private final KafkaClients clients;
    private final TopicPlan plan;
    private final TopicsInOrder topics;
    private final CatalogueTransaction transaction;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final CatalogueSettings settings;
    private final CatalogueState state;
    private final MeterRegistry meters;
    private final LoopOrders orders;
    private final Tracing tracing;
    private final Thread thread = new Thread(this::run, TopicPlan.CATALOGUE_GROUP);
    private volatile boolean stopping;
    private volatile CatalogueFollower follower;

    CatalogueLoop(
            KafkaClients clients,
            TopicPlan plan,
            TopicsInOrder topics,
            CatalogueTransaction transaction,
            Publisher publisher,
            DeadLetters deadLetters,
            CatalogueSettings settings,
            CatalogueState state,
            MeterRegistry meters,
            LoopOrders orders,
            Tracing tracing) {
        this.orders = orders;
        this.tracing = tracing;
        this.clients = clients;
        this.plan = plan;
        this.topics = topics;
        this.transaction = transaction;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.state = state;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        CatalogueFollower current = follower;
        if (current == null) {
            thread.interrupt();
        } else {
            current.wakeUp();
        }
        thread.join(STOP_TIMEOUT.toMillis());
    }

    /** Whether the thread runs. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            putTopicsInOrder();
            orders.follow();
            try (var running = new CatalogueFollower(
                    clients, plan, transaction, publisher, deadLetters, settings, state, meters, orders, tracing)) {
                follower = running;
                while (!stopping) {
                    running.step();
                }
            }
        } catch (WakeupException | InterruptException | InterruptedException stopped) {
            LOG.debug("the catalogue's loop was asked to stop");
        } catch (InvalidOffsetException gone) {
            fail(
                    "The log no longer has the offsets that the catalogue goes on from: " + gone.getMessage()
                            + ". Restore the log, or empty the schema `catalogue` to read it from the beginning.",
                    gone);
        } catch (RuntimeException bug) {
            fail(String.valueOf(bug.getMessage()), bug);
        }
    }

    private void putTopicsInOrder() throws InterruptedException {
        Duration pause = settings.backoff();
        while (!stopping) {
            try {
                topics.ensure();
                state.topicsAreInOrder();
                state.holding(false);
                return;
            } catch (ExecutionException away) {
                LOG.warnf("the broker does not answer, trying again in %s: %s", pause, away.getCause());
                state.holding(true);
                Thread.sleep(pause.toMillis());
                pause = Backoff.next(pause, settings);
            }
        }
    }

    private void fail(String why, RuntimeException cause) {
        if (!stopping) {
            LOG.error("the catalogue's loop has stopped: " + why, cause);
            state.failed(why);
        }
    }
}
