package org.citestream.query.stream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;

/**
 * One connection. It pulls: its cursor moves through the newest changes in memory, or through the log while it is
 * behind, and pauses while its write queue is full, so that a slow reader costs no more than one queue. Used on its
 * event loop only.
 */
final class StreamReader {

    private static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");

    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final StreamFilter filter;
    private final RecentChanges recent;
    private final ChangeLog log;
    private final int page;
    private long cursor;
    private long fullSince;
    private boolean fetching;
    private boolean closed;

    /** Starts after {@code cursor}. */
    StreamReader(
            Vertx vertx,
            Context context,
            HttpServerResponse response,
            StreamFilter filter,
            RecentChanges recent,
            ChangeLog log,
            int page,
            long cursor) {
        this.vertx = vertx;
        this.context = context;
        this.response = response;
        this.filter = filter;
        this.recent = recent;
        this.log = log;
        this.page = page;
        this.cursor = cursor;
        response.drainHandler(drained -> pump());
    }

    Context context() {
        return context;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** Writes until everything is written or the queue is full. */
    void pump() {
        while (!closed && !fetching && cursor < recent.last()) {
            if (isFull()) {
                return;
            }
            Frame frame = recent.get(cursor + 1);
            if (frame == null) {
                fetch();
                return;
            }
            take(frame);
        }
    }

    private boolean isFull() {
        if (!response.writeQueueFull()) {
            fullSince = 0;
            return false;
        }
        if (fullSince == 0) {
            fullSince = System.nanoTime();
        }
        return true;
    }

    private void take(Frame frame) {
        cursor = frame.sequence();
        if (filter.matches(frame.change())) {
            response.write(frame.bytes());
        }
    }

    /** Reads a page of the log off the event loop. */
    private void fetch() {
        fetching = true;
        long from = cursor;
        Callable<FetchedChanges> read = () -> {
            List<Change> changes = log.after(from, page);
            return new FetchedChanges(
                    changes,
                    !changes.isEmpty() && !log.isNext(from, changes.get(0).sequence()));
        };
        vertx.executeBlocking(read, false)
                .onComplete(answer -> context.runOnContext(ignored -> {
                    fetching = false;
                    if (answer.failed()) {
                        drop("the log cannot be read now: try again with Last-Event-ID");
                    } else {
                        take(answer.result());
                    }
                }));
    }

    /** Changes behind the cursor; {@code gap}: others were between them. */
    private record FetchedChanges(List<Change> changes, boolean gap) {}

    private void take(FetchedChanges read) {
        if (closed) {
            return;
        }
        List<Change> changes = read.changes();
        if (read.gap()) {
            response.write(Frame.notice(
                    "gap",
                    "{\"from\":%d,\"to\":%d,\"reason\":\"these changes are kept no longer, or were lost: read everything again\"}"
                            .formatted(cursor + 1, changes.get(0).sequence() - 1)));
        }
        if (changes.isEmpty()) {
            // Numbered, but since deleted: nothing is left to read up to here.
            cursor = recent.last();
        }
        // A page is bounded, so it may exceed the queue's limit; the next waits until it has drained.
        changes.forEach(change -> take(Frame.of(change)));
        pump();
    }

    /** Keeps the connection alive, or drops a reader that has taken nothing for too long. */
    void beat(long patienceNanos) {
        if (closed) {
            return;
        }
        if (isFull()) {
            if (System.nanoTime() - fullSince > patienceNanos) {
                drop("too slow: nothing was taken for " + patienceNanos / 1_000_000_000L
                        + " s; come back with Last-Event-ID");
            }
            return;
        }
        response.write(HEARTBEAT);
    }

    /** Ends the connection with a last event that says why. */
    void drop(String reason) {
        if (closed) {
            return;
        }
        closed = true;
        response.write(Frame.notice("dropped", "{\"reason\":\"%s\"}".formatted(reason)));
        response.end();
        // A reader that takes nothing will not take the last event either.
        vertx.setTimer(5_000, timer -> response.reset());
    }
}
