package org.citestream.query.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay and its followers; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.changes")
public interface ChangeSettings {

    /** Whether this instance may relay; of several that may, one does. */
    @WithDefault("true")
    boolean enabled();

    /** Maximum number of changes in a transaction, a publication or a page. */
    @WithDefault("1000")
    int batchSize();

    /** How long a follower sleeps when there is nothing to do and nothing wakes it. */
    @WithDefault("200ms")
    Duration poll();

    /** How long the relay sleeps while a running transaction may still precede what is in the outbox. */
    @WithDefault("5ms")
    Duration heldBackPoll();

    /** How often an instance that does not lead tries to take the lead. */
    @WithDefault("1s")
    Duration leadershipInterval();

    /** Wait after the database or the broker was unreachable. */
    @WithDefault("1s")
    Duration backoff();

    /** How long changes are kept for returning readers; as long as on the topic. */
    @WithDefault("720h")
    Duration keep();
}
