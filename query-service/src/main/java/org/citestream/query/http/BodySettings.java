package org.citestream.query.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be sent here. */
@ConfigMapping(prefix = "citestream.bodies")
interface BodySettings {

    /** Largest body of a request; a batch of 500 DOIs fits. */
    @WithDefault("64K")
    MemorySize bytes();

    /** Largest body of an operator's request, which may name 1,000 dead letters. */
    @WithDefault("256K")
    MemorySize opsBytes();

    /** Largest file that the page "Add articles" hands on to ingest-service. */
    @WithDefault("2G")
    MemorySize uploadBytes();

    /** All bodies together that are being sent or answered; read as JSON they take up to thirty times as much memory. */
    @WithDefault("4M")
    MemorySize bytesAtOnce();

    /** How long a client may take to send a body. */
    @WithDefault("60s")
    Duration patience();

    /** What a client is told to wait that was refused because of others' bodies. */
    @WithDefault("1s")
    Duration retryAfter();
}
