package org.citestream.query.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Removes the application's own meters from the registry when it stops. The registry may outlive it (in tests it does),
 * and a gauge left there would query what is closed.
 */
@Singleton
record MeterCleanup(MeterRegistry registry) {

    private static final String OWN = "citestream.";

    void stop(@Observes ShutdownEvent event) {
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(OWN))
                .forEach(registry::remove);
    }
}
