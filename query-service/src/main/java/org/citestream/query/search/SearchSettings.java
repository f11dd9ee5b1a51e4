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
     * Folder of this instance's index; made when it is not there, rebuilt from the tables when it is empty. By default a
     * folder under {@code citestream.data}, else one under the system's temporary folder.
     */
    Optional<Path> directory();

    /** How long the index waits before it looks for changes again when there were none. */
    @WithDefault("PT0.2S")
    Duration poll();

    /** After how long at most, while changes keep coming, readers see what was indexed. */
    @WithDefault("PT0.5S")
    Duration refreshEvery();

    /** How often what was indexed is made durable; a crash repeats at most this much. */
    @WithDefault("PT5S")
    Duration commitEvery();

    /** Rows read at once. */
    @WithDefault("2000")
    int batch();

    /** Threads that one search, or indexing, may use at the same time; by default one for each processor. */
    OptionalInt threads();
}
