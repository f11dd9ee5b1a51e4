package org.citestream.kit.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where spans go. Trace ids are made and passed on whether or not anything collects spans. */
@ConfigMapping(prefix = "citestream.trace")
public interface TraceSettings {

    /** An OTLP/HTTP receiver for spans, such as {@code http://127.0.0.1:4318/v1/traces}; none: spans go nowhere. */
    Optional<URI> endpoint();

    /** Share of new traces that are recorded, 0 to 1; a trace begun elsewhere keeps its sender's decision. */
    @WithDefault("1.0")
    double ratio();

    /** How long an export may take before its spans are given up. */
    @WithDefault("10s")
    Duration timeout();
}
