package org.citestream.cli.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.citestream.cli.CliException;
import org.citestream.cli.feed.Outcome.Rejected;

/** Sends the files that are found under some paths, a few at a time, and waits on request until readers see them. */
public final class Feeder {

    private final FeedSettings settings;
    private final IngestClient ingest;
    private final Visibility visibility;
    private final FeedTotals account = new FeedTotals();

    /** @param key for {@code Authorization: Bearer}, where keys are in use */
    public Feeder(FeedSettings settings, String ingestUrl, String queryUrl, Optional<String> key) {
        this.settings = settings;
        this.ingest = new IngestClient(ingestUrl, key, settings.patience());
        this.visibility = new Visibility(queryUrl, key, settings.patience());
    }

    /**
     * Sends everything and returns the totals so far. Call it once.
     *
     * @throws CliException if the service stays away or refuses to be written to; what was sent is in
     */
    public FeedReport feed(List<Path> paths) throws InterruptedException {
        List<Path> files = ArticleFiles.below(paths);
        try (Progress progress = progress("Ingest", files.size())) {
            var sending = new ParallelSend(progress);
            try {
                files.forEach(sending::take);
            } finally {
                sending.finish();
            }
            sending.rethrow();
        }
        return account.report();
    }

    /** Waits until all articles of {@link #feed} are complete in the views; returns the ids of those that are not. */
    public List<String> awaitVisible() throws InterruptedException {
        Map<String, Long> revisions = account.revisions();
        try (Progress progress = progress("Visible", revisions.size())) {
            return visibility.await(revisions, progress);
        }
    }

    /** The totals with the time elapsed so far. */
    public FeedReport report() {
        return account.report();
    }

    private Progress progress(String task, long expected) {
        return settings.terminal() ? new BarProgress(task, expected) : new LineProgress(task, expected, System.err);
    }

    /** Hands files to as many threads as may send at once; whoever finds more must wait. */
    private final class ParallelSend {

        private final ExecutorService senders = Executors.newFixedThreadPool(settings.parallel());
        private final Semaphore free = new Semaphore(settings.parallel() * 2);
        private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
        private final Progress progress;

        ParallelSend(Progress progress) {
            this.progress = progress;
        }

        void take(Path file) {
            rethrow();
            free.acquireUninterruptibly();
            senders.execute(() -> send(file));
        }

        void finish() throws InterruptedException {
            senders.shutdown();
            senders.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }

        void rethrow() {
            RuntimeException failed = failure.get();
            if (failed != null) {
                throw failed;
            }
        }

        private void send(Path file) {
            try {
                if (failure.get() == null) {
                    ingest.send(file, this::book);
                    progress.step();
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                free.release();
            }
        }

        private void book(Outcome outcome) {
            account.add(outcome);
            if (outcome instanceof Rejected rejected) {
                progress.tell("rejected: " + rejected.rejection());
            }
        }
    }
}
