package org.citestream.query.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on request bodies. */
@ConfigMapping(prefix = "citestream.bodies")
interface BodySettings {

    /** Largest body of a request; a batch of 500 DOIs fits. */
    @WithDefault("64K")
    MemorySize bytes();

    /** Largest body of an operator's request, which may name 1,000 dead letters. */
    @WithDefault("256K")
    MemorySize opsBytes();

    /** Largest list or manuscript of a reference check; of formats that are text see {@code citestream.check.list-bytes}. */
    @WithDefault("16M")
    MemorySize checkBytes();

    /** Total size of the manuscripts that are being received or checked. */
    @WithDefault("20M")
    MemorySize checkBytesAtOnce();

    /** Largest file that the page "Add articles" passes on to ingest-service. */
    @WithDefault("2G")
    MemorySize uploadBytes();

    /**
     * Total size of all bodies being received or processed; parsed as JSON they take up to thirty times as much memory.
     */
    @WithDefault("4M")
    MemorySize bytesAtOnce();

    /** How long a client may take to send a body. */
    @WithDefault("60s")
    Duration patience();

    /** The wait suggested to a client that was refused because of others' bodies. */
    @WithDefault("1s")
    Duration retryAfter();
}
