package org.citestream.query.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of {@code GET /api/v1/stream}; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.stream")
public interface StreamSettings {

    /** How often an idle connection gets a comment, so that no proxy considers it dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a reader may take nothing before it is dropped. */
    @WithDefault("30s")
    Duration patience();

    /** Maximum number of bytes queued for one reader; beyond that it reads on from the log later. */
    @WithDefault("65536")
    int writeQueue();

    /** Number of newest changes kept in memory for all readers. */
    @WithDefault("8192")
    int recent();

    /** Number of changes read from the log at a time for a reader that is behind. */
    @WithDefault("500")
    int page();

    /** Maximum number of connections; one more gets 503. */
    @WithDefault("5000")
    int readers();
}
