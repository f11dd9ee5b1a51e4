package org.citestream.query.dialect.scite;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;

/**
 * Answers many requests for one tally each in batches: while one batch is at the database, the next one collects, so
 * that the cost per request falls with the load, and no request waits for a batch to fill. The queue is bounded by the
 * number of open connections. Thread-safe.
 */
@ApplicationScoped
class TallyBatches {

    /** Two, so that a slow batch does not hold up all others. */
    private static final int WORKERS = 2;

    private static final int MOST = 500;

    private record TallyRequest(String doi, CompletableFuture<SciteTally> answer) {}

    private final TallyReader tallies;
    private final BlockingQueue<TallyRequest> waiting = new LinkedBlockingQueue<>();
    private final List<Loop> workers = new ArrayList<>();

    TallyBatches(TallyReader tallies) {
        this.tallies = tallies;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 1; i <= WORKERS; i++) {
            Loop worker = Loop.named("citestream-tallies-" + i)
                    .daemon()
                    .drain(Duration.ZERO)
                    .of(this::work);
            worker.start();
            workers.add(worker);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(Loop::stop);
    }

    /** The tally of a work, or null if no fact ever named it. */
    CompletionStage<SciteTally> ask(String doi) {
        TallyRequest asked = new TallyRequest(doi, new CompletableFuture<>());
        waiting.add(asked);
        return asked.answer();
    }

    private Duration work() throws InterruptedException {
        List<TallyRequest> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST - 1);
        answer(batch);
        return Turn.AT_ONCE;
    }

    private void answer(List<TallyRequest> batch) {
        try {
            Map<String, SciteTally> found = tallies.tallies(
                    batch.stream().map(TallyRequest::doi).distinct().toList());
            batch.forEach(asked -> asked.answer().complete(found.get(asked.doi())));
        } catch (RuntimeException failure) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failure));
        }
    }
}
