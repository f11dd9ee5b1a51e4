package org.citestream.query.alert;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down once a thread that matches or sends has died. */
@Liveness
@Singleton
record AlertLiveness(AlertLoops loops) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("alerts").status(loops.isAlive()).build();
    }
}
