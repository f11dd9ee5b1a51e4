package org.citestream.query.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of rebuilding the view; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.rebuild")
public interface RebuildSettings {

    /** How long a swap may block the projection before it gives up and is retried. */
    @WithDefault("30s")
    Duration swapPatience();

    /** How often a swap that holds up the projection looks whether all changes have a number. */
    @WithDefault("20ms")
    Duration swapPoll();

    /** How long the old generation is kept after a swap, for instances that have not noticed yet. */
    @WithDefault("1m")
    Duration keepRetired();
}
