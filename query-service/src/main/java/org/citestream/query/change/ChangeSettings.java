package org.citestream.query.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay and its followers; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.changes")
public interface ChangeSettings {

    /** Whether this instance may relay; several may, one does. */
    @WithDefault("true")
    boolean enabled();

    /** Changes a transaction, a publication or a page holds at most. */
    @WithDefault("1000")
    int batchSize();

    /** How long a follower sleeps when there is nothing to do and nobody wakes it. */
    @WithDefault("200ms")
    Duration poll();

    /** How long the relay sleeps while a transaction runs that may still precede what is in the outbox. */
    @WithDefault("5ms")
    Duration heldBackPoll();

    /** How often an instance that does not lead tries to. */
    @WithDefault("1s")
    Duration leadershipInterval();

    /** Wait after database or broker were away. */
    @WithDefault("1s")
    Duration backoff();

    /** How long changes are kept for readers that come back; as long as the topic. */
    @WithDefault("720h")
    Duration keep();
}
