package org.citestream.classify.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the HTTP interface. */
@ConfigMapping(prefix = "citestream.classify.http")
public interface ApiSettings {

    /** Most rows in one request. */
    @WithDefault("1000")
    int maxRows();

    /** Largest body of a request. */
    @WithDefault("2M")
    MemorySize maxBytes();

    /** All bodies together that are being sent or answered; read as JSON they take some ten times as much memory. */
    @WithDefault("8M")
    MemorySize bytesAtOnce();

    /** Most words, numbers and brackets of one body: what makes JSON large in memory. */
    @WithDefault("200000")
    long maxTokens();

    /** How long a client may take to send a body. */
    @WithDefault("60s")
    Duration patience();
}
