package org.citestream.query.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeFeed;

/** All open connections, by event loop: one task per loop and batch, however many readers there are. Thread-safe. */
@ApplicationScoped
public class StreamHub {

    private final Vertx vertx;
    private final ChangeFeed feed;
    private final StreamSettings settings;
    private final RecentChanges recent;
    private final Map<Context, Set<StreamReader>> readers = new ConcurrentHashMap<>();
    private final AtomicInteger count;

    StreamHub(Vertx vertx, ChangeFeed feed, StreamSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.feed = feed;
        this.settings = settings;
        this.recent = new RecentChanges(settings.recent());
        this.count = metrics.gauge("citestream.stream.readers", new AtomicInteger());
    }

    void start(@Observes @Priority(800) StartupEvent event) {
        feed.subscribe(this::onChanges);
        vertx.setPeriodic(
                settings.heartbeat().toMillis(),
                timer -> forAll(reader -> reader.beat(settings.patience().toNanos())));
    }

    void stop(@Observes ShutdownEvent event) {
        forAll(reader -> reader.drop("the service stops; come back with Last-Event-ID"));
    }

    RecentChanges recent() {
        return recent;
    }

    /** Registers a connection; returns false if there are too many. */
    boolean add(StreamReader reader) {
        if (count.incrementAndGet() > settings.readers()) {
            count.decrementAndGet();
            return false;
        }
        readers.computeIfAbsent(reader.context(), context -> ConcurrentHashMap.newKeySet())
                .add(reader);
        return true;
    }

    void remove(StreamReader reader) {
        reader.close();
        if (readers.getOrDefault(reader.context(), Set.of()).remove(reader)) {
            count.decrementAndGet();
        }
    }

    private void onChanges(List<Change> changes) {
        if (count.get() == 0) {
            // A new reader reads what it missed from the log.
            recent.startAt(changes.get(changes.size() - 1).sequence());
            return;
        }
        recent.add(changes.stream().map(Frame::of).toList());
        forAll(StreamReader::pump);
    }

    private void forAll(java.util.function.Consumer<StreamReader> action) {
        readers.forEach((context, members) -> {
            if (!members.isEmpty()) {
                context.runOnContext(ignored -> members.forEach(action));
            }
        });
    }
}
