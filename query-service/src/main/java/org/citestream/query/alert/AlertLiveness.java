package org.citestream.query.alert;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down once a thread that matches or sends has died. */
@Liveness
@ApplicationScoped
class AlertLiveness implements HealthCheck {

    private final AlertLoops loops;

    AlertLiveness(AlertLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("alerts").status(loops.isAlive()).build();
    }
}
