package org.citestream.query.api;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.citestream.query.export.Export;
import org.jboss.logging.Logger;

/**
 * Sends an export to whoever asked for it. The export ends, and the database is free again, when the reader hangs up or takes
 * nothing for too long; one that fails on its way ends with a broken connection, so that nobody takes the torn file for whole.
 */
final class PatientExport implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(PatientExport.class);
    private static final long IDLE = -1;

    private final Export export;
    private final RoutingContext routing;
    private final Duration patience;
    private final AtomicLong waitingSince = new AtomicLong(IDLE);

    PatientExport(Export export, RoutingContext routing, Duration patience) {
        this.export = export;
        this.routing = routing;
        this.patience = patience;
        // Whatever happened: a request for the headers alone never comes to write.
        routing.addEndHandler(ended -> export.cancel());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Vertx vertx = routing.vertx();
        long watch = vertx.setPeriodic(Math.max(1, patience.toMillis() / 4), timer -> giveUpIfNobodyTakes());
        try {
            export.writeTo(new Watched(out));
        } catch (IOException | RuntimeException e) {
            LOG.infof("An export to %s broke off: %s", routing.request().remoteAddress(), e);
            hangUp();
            throw e;
        } finally {
            vertx.cancelTimer(watch);
        }
    }

    private void giveUpIfNobodyTakes() {
        long since = waitingSince.get();
        if (since != IDLE && System.nanoTime() - since > patience.toNanos()) {
            hangUp();
        }
    }

    private void hangUp() {
        routing.request().connection().close();
        export.cancel();
    }

    /** Notes since when a piece has been waiting to be taken. */
    private final class Watched extends OutputStream {

        private final OutputStream out;

        Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            waitingSince.set(System.nanoTime());
            try {
                out.write(bytes, offset, length);
            } finally {
                waitingSince.set(IDLE);
            }
        }
    }
}
