package org.citestream.ingest.arrival;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many articles are read at a time, and how long the next one waits. */
@ConfigMapping(prefix = "citestream.articles")
public interface ArrivalSettings {
    /** Memory of all arriving files together; when it is used up, smaller ones wait on the disk, too. */
    @WithDefault("16M")
    MemorySize memoryAtOnce();

    /** Space left on the disk of {@code citestream.data} below which articles are answered with 503. */
    @WithDefault("512M")
    MemorySize leastFreeDisk();

    /** Articles read at the same time; further ones wait. */
    @WithDefault("4")
    int parallel();

    /** Uploads under way at the same time, archives included; further ones wait, unread. */
    @WithDefault("16")
    int uploads();

    /** How long a sender may let us wait, on top of the least pace; then the upload is answered with 408. */
    @WithDefault("60s")
    Duration patience();

    /** Bytes a second that a sender must send at least, on the whole. */
    @WithDefault("10K")
    MemorySize leastPace();

    /** Longest wait for a turn; then the upload is answered with 503. */
    @WithDefault("60s")
    Duration turnTimeout();

    /** What a client that got a 503 is told to wait. */
    @WithDefault("5s")
    Duration retryAfter();
}
