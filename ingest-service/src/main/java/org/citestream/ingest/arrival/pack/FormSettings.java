package org.citestream.ingest.arrival.pack;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a browser's form may send. */
@ConfigMapping(prefix = "citestream.form")
public interface FormSettings {
    /** Most bytes of one form with all its files, which are on the disk before the first is read. */
    @WithDefault("256M")
    MemorySize bytes();
}
