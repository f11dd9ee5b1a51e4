package org.citestream.ingest.catalogue.registry;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import org.citestream.ingest.remote.RequestPolicy;

/** Registries that are asked for what the catalogue does not know. All are off unless switched on. */
@ConfigMapping(prefix = "citestream.registry")
public interface RegistrySettings {
    /** Crossref's REST API. */
    Server crossref();

    /** OpenAlex. */
    @WithName("openalex")
    Server openAlex();

    /** Who asks, with an address for complaints; registries ask for it. */
    @WithDefault("citestream (https://github.com/citestream)")
    String userAgent();

    /** Longest wait for one attempt. */
    @WithDefault("10s")
    Duration timeout();

    /** Attempts for one question. */
    @WithDefault("3")
    int attempts();

    /** First pause before the next attempt; doubled each time. */
    @WithDefault("1s")
    Duration backoff();

    /** Questions a second at most, for each registry. */
    @WithDefault("5")
    int rate();

    /** Answers remembered, "not known" included. */
    @WithDefault("20000")
    long cacheEntries();

    /** How long an answer is believed. */
    @WithDefault("7d")
    Duration cacheFor();

    /** Largest answer that is read. */
    @WithDefault("2M")
    MemorySize largestAnswer();

    /** References waiting to be asked for; what comes on top is left out until the article is read again. */
    @WithDefault("100000")
    int waiting();

    /** One registry. */
    interface Server {
        @WithDefault("false")
        boolean enabled();

        URI url();
    }

    /** As {@link RequestPolicy} says it. */
    default RequestPolicy requestPolicy() {
        return new RequestPolicy(
                timeout(),
                attempts(),
                backoff(),
                rate(),
                cacheEntries(),
                cacheFor(),
                Math.toIntExact(largestAnswer().asLongValue()));
    }
}
