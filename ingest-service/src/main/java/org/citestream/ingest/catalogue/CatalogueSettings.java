package org.citestream.ingest.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the catalogue matches and follows the log. */
@ConfigMapping(prefix = "citestream.catalogue")
public interface CatalogueSettings {
    /** Likeness of title, first author and year from which two descriptions count as the same work; 0 to 1. */
    @WithDefault("0.9")
    double matchThreshold();

    /** Most records of the log in one database transaction. */
    @WithDefault("1000")
    int batchRecords();

    /** Maximum wait for records before the loop checks for other work. */
    @WithDefault("500ms")
    Duration pollTimeout();

    /** First pause after the database or the broker was unavailable; doubled up to {@link #longestBackoff()}. */
    @WithDefault("200ms")
    Duration backoff();

    /** Longest pause between two tries. */
    @WithDefault("10s")
    Duration longestBackoff();

    /** Longest time between two polls before the group hands the partitions to another instance. */
    @WithDefault("5m")
    Duration maxPollInterval();

    /** Silence after which an instance is taken for dead; one that was killed goes on no sooner. */
    @WithDefault("8s")
    Duration sessionTimeout();
}
