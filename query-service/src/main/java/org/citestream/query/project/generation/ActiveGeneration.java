package org.citestream.query.project.generation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The generation that readers see, created before anything else in this service starts. Thread-safe. */
@ApplicationScoped
public class ActiveGeneration {

    private final DataSource dataSource;
    private volatile Generation active;

    public ActiveGeneration(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws SQLException {
        active = new Generations(dataSource).ensureActive();
    }

    /** The generation as last known to this instance. */
    public Generation get() {
        return active;
    }

    /** The generation as in the database now; another instance may have swapped. */
    public Generation current() throws SQLException {
        Generation now = new Generations(dataSource).active();
        active = now;
        return now;
    }

    /** Whether readers still see this generation; true while the database is unreachable. */
    public boolean isCurrent(Generation generation) {
        try {
            return current().equals(generation);
        } catch (SQLException away) {
            return true;
        }
    }
}
