package org.citestream.query.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;

/**
 * Keeps this instance's index behind the tables, on a thread of its own. When the database is away it waits and goes on;
 * nothing that reads or projects waits for it.
 */
@ApplicationScoped
public class IndexLoop {
    private static final Logger LOG = Logger.getLogger(IndexLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** While much is to do, a refresh waits for this many times as long as the one before it took. */
    private static final int REFRESH_SHARE = 9;

    private final DataSource database;
    private final SearchSettings settings;
    private final SearchIndex index;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean anew;
    private volatile IndexPlace reached = IndexPlace.NOWHERE;
    private Thread thread;

    IndexLoop(DataSource database, SearchSettings settings, SearchIndex index) {
        this.database = database;
        this.settings = settings;
        this.index = index;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "citestream-search-index");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    /** Fills the index anew from the tables at the next turn; searches find what it held until then. */
    public void rebuild() {
        anew = true;
    }

    /** Whether it is yet to be filled, or is being filled anew. */
    public boolean isFilling() {
        return anew || reached.equals(IndexPlace.NOWHERE);
    }

    /** Whether it can be searched. */
    public boolean isOpen() {
        return index.isOpen();
    }

    /** What went wrong with it since this instance started. */
    public Optional<String> trouble() {
        return index.trouble();
    }

    /** How far it has followed. */
    public IndexPlace reached() {
        return reached;
    }

    private void run() {
        IndexFollower follower = new IndexFollower(database, index, settings.batch());
        Instant committed = Instant.now();
        Instant refreshed = committed;
        Duration refreshing = Duration.ZERO;
        boolean unseen = false;
        Duration pause = settings.poll();
        while (!waitFor(pause)) {
            try {
                if (index.recover()) {
                    follower = new IndexFollower(database, index, settings.batch());
                    LOG.warnf(
                            "search index: open again, goes on behind change %d",
                            follower.reached().sequence());
                }
                if (anew) {
                    follower.forget();
                }
                boolean moved = follower.step();
                anew = anew && follower.reached().equals(IndexPlace.NOWHERE);
                reached = follower.reached();
                pause = moved ? Duration.ZERO : settings.poll();
                unseen |= moved;
                // Every refresh writes a segment that must be merged later: ten thousand statements in one cost half
                // of what they cost in five.
                Duration apart = longest(settings.refreshEvery(), refreshing.multipliedBy(REFRESH_SHARE));
                if (unseen && (!moved || passed(refreshed, apart))) {
                    Instant begun = Instant.now();
                    index.refresh();
                    refreshed = Instant.now();
                    refreshing = Duration.between(begun, refreshed);
                    unseen = false;
                }
                if (passed(committed, settings.commitEvery())) {
                    commit(follower);
                    committed = Instant.now();
                }
            } catch (SQLException | IOException | RuntimeException failed) {
                pause = pause.isZero() ? settings.poll() : longer(pause);
                LOG.warnf("search index: cannot follow, next try in %s: %s", pause, failed.getMessage());
                LOG.debug("search index: cause", failed);
            }
        }
        try {
            commit(follower);
        } catch (IOException | AlreadyClosedException failed) {
            LOG.warnf("search index: the last changes were not made durable: %s", failed.getMessage());
        }
    }

    private void commit(IndexFollower follower) throws IOException {
        if (follower.reached().generation() > 0 && !follower.reached().equals(index.place())) {
            index.commit(follower.reached());
        }
    }

    private boolean waitFor(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean passed(Instant since, Duration time) {
        return Duration.between(since, Instant.now()).compareTo(time) >= 0;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
