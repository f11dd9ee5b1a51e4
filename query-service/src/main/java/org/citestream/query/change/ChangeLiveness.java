package org.citestream.query.change;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down once a thread that passes changes on has died. */
@Liveness
@Singleton
public record ChangeLiveness(ChangeRelay relay, ChangeFeed feed) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("changes handed on")
                .status(relay.isAlive() && feed.isAlive())
                .build();
    }
}
