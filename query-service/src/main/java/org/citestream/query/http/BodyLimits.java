package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.citestream.kit.http.BodyLimit;

/** Bounds the bodies sent here: {@link BodySettings}. Thread-safe. */
@ApplicationScoped
class BodyLimits {

    private final BodySettings settings;

    BodyLimits(BodySettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        new BodyLimit(this::longest, settings.bytesAtOnce().asLongValue(), settings.patience(), settings.retryAfter())
                .register(filters);
    }

    private long longest(String path) {
        boolean ops = path != null && (path.startsWith("/ops") || path.startsWith("/api/v1/ops"));
        return (ops ? settings.opsBytes() : settings.bytes()).asLongValue();
    }
}
