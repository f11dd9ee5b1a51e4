package org.citestream.ingest.catalogue;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Alive: the loop's thread runs. Ready: topics verified, and what was in the log at the start is in the catalogue. */
@Singleton
record CatalogueHealth(CatalogueLoop loop, CatalogueState state) {

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> {
            HealthCheckResponseBuilder answer =
                    HealthCheckResponse.named("catalogue loop").status(loop.isAlive());
            return (state.failure() == null ? answer : answer.withData("failure", state.failure())).build();
        };
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("catalogue")
                .status(state.hasTopicsInOrder() && state.isCaughtUp() && loop.isAlive())
                .withData("topicsInOrder", state.hasTopicsInOrder())
                .withData("caughtUp", state.isCaughtUp())
                .withData("waiting", loop.isHolding())
                .build();
    }
}
