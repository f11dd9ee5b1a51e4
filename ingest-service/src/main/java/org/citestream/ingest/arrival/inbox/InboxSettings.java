package org.citestream.ingest.arrival.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The folder that articles may be dropped into. */
@ConfigMapping(prefix = "citestream.inbox")
public interface InboxSettings {
    /** The folder to watch; unset: no inbox. For one instance of the service only. */
    Optional<Path> folder();

    /** Pause between two scans. */
    @WithDefault("2s")
    Duration every();
}
