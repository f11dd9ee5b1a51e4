package org.citestream.query.search;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while searches cannot be answered; reports can be, so the instance goes on serving. */
@Wellness
@Singleton
record IndexHealth(IndexLoop loop) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("search index").status(loop.isOpen());
        loop.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
        return answer.build();
    }
}
