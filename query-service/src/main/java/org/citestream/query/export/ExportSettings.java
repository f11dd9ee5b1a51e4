package org.citestream.query.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much an export may take of this instance. */
@ConfigMapping(prefix = "citestream.export")
public interface ExportSettings {

    /** Exports that run at the same time; each holds a database connection and a worker thread. */
    @WithDefault("4")
    int atOnce();

    /** Exports that one client may have running at the same time. */
    @WithDefault("2")
    int atOncePerClient();

    /** Bytes a second that a reader must take at least, on the whole; {@code patience} comes on top. */
    @WithDefault("10K")
    MemorySize leastPace();

    /** Statements that are read, and held in memory, at once. */
    @WithDefault("500")
    int batch();

    /** How long a reader may take nothing before its export is given up. */
    @WithDefault("60s")
    Duration patience();
}
