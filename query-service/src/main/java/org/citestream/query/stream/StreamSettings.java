package org.citestream.query.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of {@code GET /api/v1/stream}; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.stream")
public interface StreamSettings {

    /** How often a silent connection gets a comment, so that nobody in between takes it for dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a reader may take nothing before it is dropped. */
    @WithDefault("30s")
    Duration patience();

    /** Bytes that wait for one reader at most; beyond them it is behind and reads on from the log later. */
    @WithDefault("65536")
    int writeQueue();

    /** Newest changes kept in memory for all readers. */
    @WithDefault("8192")
    int recent();

    /** Changes read from the log at once for a reader that is behind. */
    @WithDefault("500")
    int page();

    /** Connections at most; one more gets 503. */
    @WithDefault("5000")
    int readers();
}
