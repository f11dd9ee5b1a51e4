package org.citestream.ingest.arrival.pack;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a package may unpack to. */
@ConfigMapping(prefix = "citestream.archive")
public interface PackSettings {
    /** Maximum number of entries in one package, articles or not. */
    @WithDefault("2000000")
    long entries();

    /** Most unpacked bytes for one packed byte, once {@link #ratioFrom()} bytes are unpacked. */
    @WithDefault("200")
    int expansionRatio();

    /** Unpacked bytes from which the ratio is checked. */
    @WithDefault("16M")
    MemorySize ratioFrom();

    /** Most unpacked bytes of one package. */
    @WithDefault("200G")
    MemorySize unpackedBytes();

    /** Articles of one package processed at once. */
    @WithDefault("8")
    int inFlight();
}
