package org.citestream.ingest.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citestream.kit.http.PacedInput;

/** Limits concurrent uploads before a byte of them is read, and enforces a minimum rate on each. Thread-safe. */
@ApplicationScoped
public class Uploads {

    private final ArrivalSettings settings;
    private final Turns places;

    Uploads(ArrivalSettings settings) {
        this.settings = settings;
        this.places = new Turns(
                settings.uploads(),
                settings.turnTimeout(),
                " uploads are under way and none of them ended; the limit is citestream.articles.uploads.");
    }

    /**
     * Waits for a place, which is held until the stream is closed.
     *
     * @throws BusyException if none came in time; nothing of the body was read then
     */
    public InputStream admit(InputStream body) {
        places.take();
        return new Admitted(
                new PacedInput(body, settings.patience(), settings.leastPace().asLongValue()));
    }

    private final class Admitted extends FilterInputStream {

        private final AtomicBoolean left = new AtomicBoolean();

        Admitted(InputStream body) {
            super(body);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                if (left.compareAndSet(false, true)) {
                    places.release();
                }
            }
        }
    }
}
