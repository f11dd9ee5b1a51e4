package org.citestream.classify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Liveness: the loop's thread is alive. Readiness: it has processed everything that was in the log at startup. */
@ApplicationScoped
public class LineHealth {

    private static final String NAME = "classify line";

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck alive(LineService service) {
        return () -> {
            var response = response(service);
            service.loop().ifPresent(loop -> {
                response.withData("state", loop.state().name());
                if (!loop.failure().isEmpty()) {
                    response.withData("failure", loop.failure());
                }
            });
            return response.status(service.loop().map(LineLoop::isAlive).orElse(true))
                    .build();
        };
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck caughtUp(LineService service) {
        return () -> {
            var response = response(service);
            service.loop()
                    .ifPresent(loop ->
                            response.withData("partitionsBehind", loop.catchUp().behind()));
            return response.status(
                            service.loop().map(loop -> loop.catchUp().isDone()).orElse(true))
                    .build();
        };
    }

    private static HealthCheckResponseBuilder response(LineService service) {
        return HealthCheckResponse.named(NAME).withData("group", service.group());
    }
}
