package org.citestream.query.collection;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Up while the thread between tables and topic is alive. */
@Liveness
@Singleton
record CollectionLiveness(CollectionLog log) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("collections").status(log.isAlive()).build();
    }
}
