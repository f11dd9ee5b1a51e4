package org.citestream.ingest.arrival.pdf;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The GROBID server that reads PDFs, if there is one. */
@ConfigMapping(prefix = "citestream.grobid")
public interface PdfSettings {
    /** Its address, {@code http://127.0.0.1:8070}; without one, PDFs are refused. */
    Optional<URI> url();

    /** Longest wait for one PDF. */
    @WithDefault("120s")
    Duration timeout();

    /** How often a busy server is asked before the upload is answered with 503. */
    @WithDefault("5")
    int attempts();

    /** First pause before it is asked again; doubled each time. */
    @WithDefault("2s")
    Duration backoff();

    /** PDFs a second at most. */
    @WithDefault("10")
    int rate();

    /** Largest TEI it may answer. */
    @WithDefault("50M")
    MemorySize largestAnswer();
}
