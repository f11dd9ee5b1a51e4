package org.citestream.query.change;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down once a thread that hands changes on has died. */
@Liveness
@ApplicationScoped
public class ChangeLiveness implements HealthCheck {

    private final ChangeRelay relay;
    private final ChangeFeed feed;

    ChangeLiveness(ChangeRelay relay, ChangeFeed feed) {
        this.relay = relay;
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("changes handed on")
                .status(relay.isAlive() && feed.isAlive())
                .build();
    }
}
