package org.citestream.query.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the view holds everything that was in the log when this instance started. */
@Readiness
@ApplicationScoped
public class ProjectionReadiness implements HealthCheck {

    private final Projection projection;

    ProjectionReadiness(Projection projection) {
        this.projection = projection;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("projection caught up")
                .status(projection.isCaughtUp())
                .build();
    }
}
