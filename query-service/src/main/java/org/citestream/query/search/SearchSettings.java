package org.citestream.query.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the search index. */
@ConfigMapping(prefix = "citestream.search")
public interface SearchSettings {
    /**
     * Folder of this instance's index; created if absent, filled from the tables if empty. By default a folder under
     * {@code citestream.data}, else one under the system's temporary folder.
     */
    Optional<Path> directory();

    /** How long the index waits after finding no changes. */
    @WithDefault("PT0.2S")
    Duration poll();

    /** The longest time until readers see what was indexed while changes keep coming. */
    @WithDefault("PT2S")
    Duration refreshEvery();

    /** How often the index is committed; a crash repeats at most this much. */
    @WithDefault("PT30S")
    Duration commitEvery();

    /** Number of rows read at a time. */
    @WithDefault("2000")
    int batch();

    /** Number of threads that one search, or indexing, may use; by default one per processor. */
    OptionalInt threads();
}
