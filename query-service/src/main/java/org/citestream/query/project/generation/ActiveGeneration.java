package org.citestream.query.project.generation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The generation that readers see, made before anything else of this service starts. Thread-safe. */
@ApplicationScoped
public class ActiveGeneration {

    private final DataSource dataSource;
    private volatile Generation active;

    ActiveGeneration(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws SQLException {
        active = new Generations(dataSource).ensureActive();
    }

    /** As this instance last knew it. */
    public Generation get() {
        return active;
    }

    /** As the database says now: another instance may have swapped. */
    public Generation current() throws SQLException {
        Generation now = new Generations(dataSource).active();
        active = now;
        return now;
    }

    /** Whether readers still see this one; yes while the database cannot be asked. */
    public boolean isCurrent(Generation generation) {
        try {
            return current().equals(generation);
        } catch (SQLException away) {
            return true;
        }
    }
}
