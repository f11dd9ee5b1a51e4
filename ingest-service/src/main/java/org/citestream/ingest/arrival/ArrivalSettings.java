package org.citestream.ingest.arrival;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many articles are read at a time, and how long the next one waits. */
@ConfigMapping(prefix = "citestream.articles")
public interface ArrivalSettings {
    /** Articles read at the same time; further ones wait. */
    @WithDefault("4")
    int parallel();

    /** Longest wait for a turn; then the upload is answered with 503. */
    @WithDefault("60s")
    Duration turnTimeout();

    /** What a client that got a 503 is told to wait. */
    @WithDefault("5s")
    Duration retryAfter();
}
