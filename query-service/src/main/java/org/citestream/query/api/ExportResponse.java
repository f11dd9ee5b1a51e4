package org.citestream.query.api;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.citestream.kit.http.RequestAbort;
import org.citestream.query.export.Export;
import org.citestream.query.export.ExportSettings;
import org.jboss.logging.Logger;

/**
 * Sends an export to the client. The export ends, and the database is free again, when the reader hangs up, takes
 * nothing for too long, or reads too slowly overall; an export that fails midway ends with a broken connection, so that
 * nobody mistakes the partial file for a complete one.
 */
final class ExportResponse implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(ExportResponse.class);

    private final Export export;
    private final RoutingContext routing;
    private final Duration patience;
    private final double leastPerNano;
    private Thread waiting;
    private long since;
    private long waited;
    private long taken;

    ExportResponse(Export export, RoutingContext routing, ExportSettings settings) {
        this.export = export;
        this.routing = routing;
        this.patience = settings.patience();
        this.leastPerNano = (double) settings.leastPace().asLongValue()
                / Duration.ofSeconds(1).toNanos();
        // In any case: a request for the headers alone never gets to writing.
        routing.addEndHandler(ended -> export.cancel());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Vertx vertx = routing.vertx();
        long watch = vertx.setPeriodic(Math.max(1, patience.toMillis() / 4), timer -> giveUpOnSlowReader());
        try {
            export.writeTo(new WatchedOutput(out));
        } catch (IOException | RuntimeException e) {
            LOG.infof("An export to %s broke off: %s", routing.request().remoteAddress(), e);
            hangUp();
            throw e;
        } finally {
            vertx.cancelTimer(watch);
            // The thread comes from a pool: its next user was not interrupted.
            Thread.interrupted();
        }
    }

    /** Closing the connection alone would first wait for data that nobody reads. */
    private synchronized void giveUpOnSlowReader() {
        long now = System.nanoTime();
        if (waiting != null && (now - since > patience.toNanos() || isBehind(waited + now - since))) {
            waiting.interrupt();
            waiting = null;
            hangUp();
        }
    }

    /** Only time spent waiting for the reader counts, not the database's. */
    private boolean isBehind(long nanos) {
        return nanos - patience.toNanos() > taken / leastPerNano;
    }

    private synchronized void beginWaiting() {
        waiting = Thread.currentThread();
        since = System.nanoTime();
    }

    private synchronized void endWaiting(int bytes) {
        waiting = null;
        waited += System.nanoTime() - since;
        taken += bytes;
    }

    private void hangUp() {
        RequestAbort.abort(routing.request());
        export.cancel();
    }

    /** Records since when a write has been waiting for the reader. */
    private final class WatchedOutput extends OutputStream {

        private final OutputStream out;

        WatchedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            beginWaiting();
            try {
                out.write(bytes, offset, length);
            } finally {
                endWaiting(length);
            }
        }
    }
}
