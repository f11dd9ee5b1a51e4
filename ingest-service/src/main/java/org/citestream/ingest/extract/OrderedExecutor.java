package org.citestream.ingest.extract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs work on several threads and passes on the results in the order of the input, with few of them waiting at a time.
 */
final class OrderedExecutor<I, O> {
    private static final int WAITING_PER_THREAD = 4;

    private final int threads;

    OrderedExecutor(int threads) {
        this.threads = threads;
    }

    /** Takes a result. */
    @FunctionalInterface
    interface ResultConsumer<O> {
        void take(O result) throws IOException;
    }

    void run(List<I> inputs, Function<I, O> work, ResultConsumer<O> taker) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<O>> waiting = new ArrayDeque<>();
            for (I input : inputs) {
                if (waiting.size() >= threads * WAITING_PER_THREAD) {
                    taker.take(result(waiting.poll()));
                }
                waiting.add(pool.submit(() -> work.apply(input)));
            }
            while (!waiting.isEmpty()) {
                taker.take(result(waiting.poll()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <O> O result(Future<O> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while articles were read");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a defect in the extractor", failed.getCause());
        }
    }
}
