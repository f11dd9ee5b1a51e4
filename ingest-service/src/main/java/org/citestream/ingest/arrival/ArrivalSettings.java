package org.citestream.ingest.arrival;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many articles are processed at a time, and how long the next one waits. */
@ConfigMapping(prefix = "citestream.articles")
public interface ArrivalSettings {
    /** Memory for all arriving files together; once it is used up, small files wait on disk too. */
    @WithDefault("16M")
    MemorySize memoryAtOnce();

    /** Space left on the disk of {@code citestream.data} below which articles are answered with 503. */
    @WithDefault("512M")
    MemorySize leastFreeDisk();

    /** Articles read at the same time; further ones wait. */
    @WithDefault("4")
    int parallel();

    /**
     * Uploads under way at the same time, archives included; further ones wait, unread. Many more than are parsed at once, so
     * that slow senders do not keep out others.
     */
    @WithDefault("64")
    int uploads();

    /** Most entries of one list of editorial notices; a longer one is refused whole. */
    @WithDefault("1000000")
    int noticesAtOnce();

    /** How long a sender may pause on top of the minimum rate before the upload is answered with 408. */
    @WithDefault("60s")
    Duration patience();

    /** Minimum average bytes per second of a sender. */
    @WithDefault("10K")
    MemorySize leastPace();

    /** Longest wait for a turn; then the upload is answered with 503. */
    @WithDefault("60s")
    Duration turnTimeout();

    /** How long a client is told to wait after a 503. */
    @WithDefault("5s")
    Duration retryAfter();
}
