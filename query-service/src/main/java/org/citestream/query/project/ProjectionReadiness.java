package org.citestream.query.project;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the view holds everything that was in the log when this instance started. */
@Readiness
@Singleton
public record ProjectionReadiness(Projection projection) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("projection caught up")
                .status(projection.isCaughtUp())
                .build();
    }
}
