package org.citestream.query.project;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.query.project.generation.ActiveGeneration;

/** The projection of this instance, on a thread of its own, which finishes its batch when the service stops. Thread-safe. */
@ApplicationScoped
public class Projection {

    /** The consumer group, and the name under which the control topic knows the loop. */
    public static final String GROUP = "citestream.projection";

    private final ProjectionSettings settings;
    private final ProjectionTurn turn;
    private final Loop loop;

    Projection(
            ProjectionSettings settings,
            KafkaClients clients,
            ActiveGeneration generation,
            DataSource dataSource,
            ProjectionMeters meters,
            Event<ViewWritten> written) {
        this.settings = settings;
        this.turn = new ProjectionTurn(
                new GenerationWriters(settings, clients, generation, dataSource, meters, written::fire),
                new SkipOrders(dataSource),
                settings);
        this.loop = turn.loop("citestream-projection");
    }

    void start(@Observes @Priority(1000) StartupEvent event) {
        if (settings.enabled()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** What the loop is doing now. */
    public LoopState state() {
        return turn.state(loop);
    }

    /** Whether this instance does not project, or everything that was in the log at its start is in the view. */
    public boolean isCaughtUp() {
        return !settings.enabled() || turn.isCaughtUp();
    }

    public boolean isEnabled() {
        return settings.enabled();
    }
}
