package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.citestream.kit.http.BodyLimit;

/** Bounds the bodies sent here: {@link BodySettings}. Thread-safe. */
@Singleton
record BodyLimits(BodySettings settings) {

    void register(@Observes Filters filters) {
        new BodyLimit(this::longest, settings.bytesAtOnce().asLongValue(), settings.patience(), settings.retryAfter())
                .register(filters);
    }

    private long longest(String path) {
        boolean ops = path != null && (path.startsWith("/ops") || path.startsWith("/api/v1/ops"));
        return (ops ? settings.opsBytes() : settings.bytes()).asLongValue();
    }
}
