package org.citestream.query.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the projection's loop; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.projection")
public interface ProjectionSettings {

    /** Whether this instance projects at all; off for an instance that only serves reads. */
    @WithDefault("true")
    boolean enabled();

    /** Maximum number of records in a transaction. */
    @WithDefault("2000")
    int batchSize();

    /** How long a poll waits for the first record. */
    @WithDefault("200ms")
    Duration pollTimeout();

    /** First wait after the database or the broker was unreachable; doubles up to {@link #backoffLimit()}. */
    @WithDefault("250ms")
    Duration backoff();

    @WithDefault("10s")
    Duration backoffLimit();

    /** After how long without a heartbeat the partitions go to another instance; the broker's minimum is 6 s. */
    @WithDefault("10s")
    Duration sessionTimeout();

    /** How often the control topic is read. */
    @WithDefault("500ms")
    Duration controlInterval();

    /** A reading that stays open longer counts as incomplete. */
    @WithDefault("10m")
    Duration openLimit();

    /** Replication factor of topics that this service creates. */
    @WithDefault("1")
    int replicationFactor();
}
