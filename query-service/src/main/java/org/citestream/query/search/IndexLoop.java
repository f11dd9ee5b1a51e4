package org.citestream.query.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.lucene.store.AlreadyClosedException;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.jboss.logging.Logger;

/**
 * Keeps this instance's index up to date with the tables, on its own thread. While the database is unreachable it
 * waits; neither readers nor the projection wait for it.
 */
@ApplicationScoped
public class IndexLoop {
    private static final Logger LOG = Logger.getLogger(IndexLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Under load, a refresh waits this many times as long as the previous one took. */
    private static final int REFRESH_SHARE = 9;

    private final DataSource database;
    private final SearchSettings settings;
    private final SearchIndex index;
    private final AtomicLong behind;
    private final IndexTurn following;
    private final Loop loop;
    private volatile boolean anew;
    private volatile IndexPosition reached = IndexPosition.NOWHERE;

    IndexLoop(DataSource database, SearchSettings settings, SearchIndex index, MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.index = index;
        this.behind = metrics.gauge("citestream.search.behind", new AtomicLong());
        this.following = new IndexTurn();
        this.loop = Loop.named("citestream-search-index")
                .backoff(settings.poll(), LONGEST_PAUSE)
                .daemon()
                .of(following);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        following.end();
    }

    /** Rebuilds the index from the tables at the next turn; until then searches find what it held before. */
    public void rebuild() {
        anew = true;
    }

    /** Whether the index is still to be filled, or is being rebuilt. */
    public boolean isFilling() {
        return anew || reached.equals(IndexPosition.NOWHERE);
    }

    /** Whether it can be searched. */
    public boolean isOpen() {
        return index.isOpen();
    }

    /** What went wrong with it since this instance started. */
    public Optional<String> trouble() {
        return index.trouble();
    }

    /** The position of the index. */
    public IndexPosition reached() {
        return reached;
    }

    private final class IndexTurn implements Turn {
        private IndexFollower follower;
        private Instant committed = Instant.now();
        private Instant refreshed = committed;
        private Duration refreshing = Duration.ZERO;
        private boolean unseen;
        private boolean busy;

        @Override
        public Duration run() throws SQLException, IOException {
            if (index.recover()) {
                follower = null;
                LOG.warn("search index: open again, goes on behind its last commit");
            }
            if (follower == null) {
                follower = new IndexFollower(database, index, settings.batch());
            }
            if (anew) {
                follower.forget();
            }
            boolean moved = follower.step();
            anew = anew && follower.reached().equals(IndexPosition.NOWHERE);
            reached = follower.reached();
            behind.set(follower.behind());
            unseen |= moved;
            refresh(moved);
            if (passed(committed, settings.commitEvery())) {
                commit();
                committed = Instant.now();
            }
            // While changes keep coming, readers see them with the next refresh, so until then there is no hurry.
            boolean paced = busy && follower.behind() == 0;
            busy = moved;
            return moved && !paced ? AT_ONCE : settings.poll();
        }

        /**
         * Every refresh writes a segment that must be merged later: ten thousand statements cost half as much in one
         * segment as in five.
         */
        private void refresh(boolean moved) throws IOException {
            Duration share = refreshing.multipliedBy(REFRESH_SHARE);
            Duration apart = moved ? longest(settings.refreshEvery(), share) : share;
            if (unseen && passed(refreshed, apart)) {
                Instant begun = Instant.now();
                index.refresh();
                refreshed = Instant.now();
                refreshing = Duration.between(begun, refreshed);
                unseen = false;
            }
        }

        private void commit() throws IOException {
            if (follower.reached().generation() > 0 && !follower.reached().equals(index.place())) {
                index.commit(follower.reached());
            }
        }

        /** Commits what was followed, once its thread has ended. */
        void end() {
            try {
                if (follower != null) {
                    commit();
                }
            } catch (IOException | AlreadyClosedException failed) {
                LOG.warnf("search index: the last changes were not made durable: %s", failed.getMessage());
            }
        }
    }

    private static boolean passed(Instant since, Duration time) {
        return Duration.between(since, Instant.now()).compareTo(time) >= 0;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
