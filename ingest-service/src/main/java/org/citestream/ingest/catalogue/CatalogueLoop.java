package org.citestream.ingest.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidOffsetException;
import org.citestream.ingest.publish.LoopOrders;
import org.citestream.ingest.publish.TopicPlan;
import org.citestream.ingest.publish.TopicVerification;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;

/**
 * The thread that follows {@code citations.publications.v1}: named, alone with its consumer, stopped with the service.
 * Temporary failures are retried; a bug, or an offset that the log no longer has, stops it for good and shows in
 * health.
 */
@ApplicationScoped
public class CatalogueLoop {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    private final Provider<CatalogueFollower> followers;
    private final TopicVerification topics;
    private final CatalogueState state;
    private final LoopOrders orders;
    private final FormerReadings formerReadings;
    private final Loop loop;
    private volatile CatalogueFollower follower;

    CatalogueLoop(
            Provider<CatalogueFollower> followers,
            TopicVerification topics,
            CatalogueState state,
            LoopOrders orders,
            FormerReadings formerReadings,
            CatalogueSettings settings) {
        this.followers = followers;
        this.topics = topics;
        this.state = state;
        this.orders = orders;
        this.formerReadings = formerReadings;
        this.loop = Loop.named(TopicPlan.CATALOGUE_GROUP)
                .backoff(settings.backoff(), settings.longestBackoff())
                // Once the follower runs, it handles temporary failures itself and keeps polling.
                .retrying(failure -> follower == null && failure instanceof KafkaException)
                .onFailure(this::fail)
                .onStop(this::wakeUp)
                .drain(STOP_TIMEOUT)
                .of(new CatalogueTurn());
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Whether the thread runs. */
    public boolean isAlive() {
        return loop.isAlive();
    }

    /** Whether it is waiting for an unavailable broker. */
    boolean isHolding() {
        return state.isHolding() || loop.state() == Loop.State.RETRYING;
    }

    private void wakeUp() {
        CatalogueFollower current = follower;
        if (current == null) {
            loop.interrupt();
        } else {
            current.wakeUp();
        }
    }

    private void fail(Throwable cause) {
        state.failed(
                cause instanceof InvalidOffsetException
                        ? "The log no longer has the offsets that the catalogue goes on from: " + cause.getMessage()
                                + ". Restore the log, or empty the schema `catalogue` to read it from the beginning."
                        : String.valueOf(cause.getMessage()));
    }

    private final class CatalogueTurn implements Turn {

        @Override
        public Duration run() throws InterruptedException {
            if (follower == null) {
                topics.ensure();
                state.topicsAreInOrder();
                orders.follow();
                follower = followers.get();
                formerReadings.begin();
            }
            follower.step();
            return AT_ONCE;
        }

        @Override
        public void release() {
            if (follower != null) {
                follower.close();
            }
        }
    }
}
