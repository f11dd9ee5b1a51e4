package org.citestream.query.search;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while searches cannot be answered; reports can be, so the instance goes on serving. */
@Wellness
@ApplicationScoped
class IndexHealth implements HealthCheck {

    private final IndexLoop loop;

    IndexHealth(IndexLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("search index").status(loop.isOpen());
        loop.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
        return answer.build();
    }
}
