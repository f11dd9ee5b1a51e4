package org.citestream.ingest.catalogue.registry;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import org.citestream.ingest.remote.RequestPolicy;

/** Registries queried for works that the catalogue does not know. All are off by default. */
@ConfigMapping(prefix = "citestream.registry")
public interface RegistrySettings {
    /** Crossref's REST API. */
    Server crossref();

    /** OpenAlex. */
    @WithName("openalex")
    Server openAlex();

    /** The user agent, with a contact address; registries ask for one. */
    @WithDefault("citestream (https://github.com/citestream)")
    String userAgent();

    /** Longest wait for one attempt. */
    @WithDefault("10s")
    Duration timeout();

    /** Attempts per request. */
    @WithDefault("3")
    int attempts();

    /** First pause before the next attempt; doubled each time. */
    @WithDefault("1s")
    Duration backoff();

    /** Maximum requests per second, for each registry. */
    @WithDefault("5")
    int rate();

    /** Number of cached answers, "not found" included. */
    @WithDefault("20000")
    long cacheEntries();

    /** How long an answer is cached. */
    @WithDefault("7d")
    Duration cacheFor();

    /** Largest answer that is read. */
    @WithDefault("2M")
    MemorySize largestAnswer();

    /**
     * Maximum number of references waiting for a lookup; further ones are skipped until the article is re-ingested.
     */
    @WithDefault("100000")
    int waiting();

    /** One registry. */
    interface Server {
        @WithDefault("false")
        boolean enabled();

        URI url();
    }

    /** The same as a {@link RequestPolicy}. */
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
