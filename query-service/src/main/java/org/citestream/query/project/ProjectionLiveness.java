package org.citestream.query.project;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Down once the loop has stopped because of a bug; waiting for the broker or the database does not count as dead. */
@Liveness
@Singleton
public record ProjectionLiveness(Projection projection) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        LoopState state = projection.state();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("projection loop")
                .withData("state", projection.isEnabled() ? state.getClass().getSimpleName() : "Disabled");
        if (state instanceof LoopState.Stopped stopped) {
            return response.withData("reason", stopped.reason()).down().build();
        }
        return response.up().build();
    }
}
