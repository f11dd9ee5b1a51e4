package org.citestream.classify.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.citestream.kit.loop.NamedThreads;

/** Processes a batch on several threads and returns the results in the order of the batch. */
public final class BatchClassifier implements AutoCloseable {

    /** Small enough to keep all threads busy to the end, large enough that handing over costs nothing. */
    private static final int CHUNK = 32;

    private final ExecutorService threads;

    /**
     * Starts its threads.
     *
     * @param count of threads; 0 means one a core
     */
    public BatchClassifier(int count) {
        int size = count > 0 ? count : Runtime.getRuntime().availableProcessors();
        this.threads = Executors.newFixedThreadPool(size, new NamedThreads("citestream-decide-"));
    }

    /** Applies {@code work} to all; an exception of the work is thrown here. */
    public <A, B> List<B> each(List<A> items, Function<A, B> work) {
        var parts = new ArrayList<Future<List<B>>>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<A> part = items.subList(from, Math.min(items.size(), from + CHUNK));
            parts.add(threads.submit(() -> part.stream().map(work).toList()));
        }
        var results = new ArrayList<B>(items.size());
        for (Future<List<B>> part : parts) {
            results.addAll(await(part));
        }
        return results;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deciding", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
