package org.citestream.ingest.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where arriving files are buffered, and whether accepted ones are stored. */
@ConfigMapping(prefix = "citestream.articles")
public interface FileSettings {
    /** An arriving file up to this size is held in memory, a larger one on disk. */
    @WithDefault("2M")
    MemorySize inMemoryBytes();

    /** Whether accepted files are kept, gzipped, by digest, under {@code citestream.data}/articles. */
    @WithDefault("true")
    boolean keep();
}
