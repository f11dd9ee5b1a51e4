package org.citestream.query.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.citestream.kit.loop.Loop;

/**
 * Hands new changes to listeners within this instance, each once and in order, whichever instance relayed them. Starts
 * at the end: what came before is in {@link ChangeLog}. Thread-safe.
 */
@ApplicationScoped
public class ChangeFeed {

    /** Receives changes; must be quick, because all listeners share one thread. */
    public interface ChangeListener {

        void onChanges(List<Change> changes);
    }

    private final ChangeLog log;
    private final ChangeSettings settings;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final Loop loop;
    private volatile long last = -1;

    ChangeFeed(ChangeLog log, ChangeSettings settings) {
        this.log = log;
        this.settings = settings;
        this.loop = Loop.named("citestream-change-feed")
                .backoff(settings.backoff(), settings.backoff())
                .of(this::step);
    }

    void start(@Observes @Priority(900) StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Registers a listener for changes numbered from now on. */
    public void subscribe(ChangeListener listener) {
        listeners.add(listener);
    }

    /** Looks for new changes now rather than at the next turn. */
    void wake() {
        loop.wake();
    }

    boolean isAlive() {
        return loop.isAlive();
    }

    Duration step() throws SQLException {
        if (last < 0) {
            last = log.last();
        }
        List<Change> changes = log.after(last, settings.batchSize());
        if (changes.isEmpty()) {
            return settings.poll();
        }
        last = changes.get(changes.size() - 1).sequence();
        listeners.forEach(listener -> listener.onChanges(changes));
        return changes.size() < settings.batchSize() ? settings.poll() : Duration.ZERO;
    }
}
