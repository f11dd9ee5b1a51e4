package org.citestream.query.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on what exports may use of this instance. */
@ConfigMapping(prefix = "citestream.export")
public interface ExportSettings {

    /** Maximum number of concurrent exports; each holds a database connection and a worker thread. */
    @WithDefault("4")
    int atOnce();

    /** Maximum number of concurrent exports per client. */
    @WithDefault("2")
    int atOncePerClient();

    /** Minimum average pace of a reader, in bytes per second, in addition to {@code patience}. */
    @WithDefault("10K")
    MemorySize leastPace();

    /** Number of statements read, and held in memory, at a time. */
    @WithDefault("500")
    int batch();

    /** How long a reader may take nothing before its export is aborted. */
    @WithDefault("60s")
    Duration patience();
}
