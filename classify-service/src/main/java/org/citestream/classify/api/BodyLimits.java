package org.citestream.classify.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.citestream.kit.http.BodyLimit;

/** Bounds the bodies sent here: {@link ApiSettings}. Thread-safe. */
@ApplicationScoped
class BodyLimits {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ApiSettings settings;

    BodyLimits(ApiSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        new BodyLimit(
                        path -> settings.maxBytes().asLongValue(),
                        settings.bytesAtOnce().asLongValue(),
                        settings.patience(),
                        RETRY_AFTER)
                .register(filters);
    }
}
