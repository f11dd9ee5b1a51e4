package org.citestream.query.correction;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.citestream.query.project.ViewWritten;
import org.jboss.logging.Logger;

/**
 * The policy: once enough people say the same, the first of their proposals is accepted, by an event like any other, so
 * that a rebuild reproduces it whatever the policy is by then. Every instance does so; the same acceptance twice changes
 * nothing. Looks after each correction written to the view, on a thread of its own.
 */
@ApplicationScoped
class Agreement {

    private static final Logger LOG = Logger.getLogger(Agreement.class);

    private final CorrectionReader reader;
    private final Corrections corrections;
    private final CorrectionSettings settings;
    private final Set<String> accepted = new HashSet<>();
    private volatile boolean failed;
    /** One look may wait behind the one under way; more would see nothing new. */
    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(1),
            task -> {
                Thread thread = new Thread(task, "citestream-agreement");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    Agreement(CorrectionReader reader, Corrections corrections, CorrectionSettings settings) {
        this.reader = reader;
        this.corrections = corrections;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        thread.execute(this::look);
    }

    void written(@Observes ViewWritten event) {
        if (event.corrected() || failed) {
            thread.execute(this::look);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    private void look() {
        failed = false;
        try {
            List<String> agreed = reader.agreed(settings.confirmations() + 1);
            accepted.retainAll(Set.copyOf(agreed));
            for (String id : agreed) {
                if (accepted.add(id)) {
                    accept(id);
                }
            }
        } catch (RuntimeException e) {
            // The next write to the view, of whatever kind, brings the next look.
            failed = true;
            LOG.warnf("Agreement among people could not be looked up: %s", e.getMessage());
        }
    }

    private void accept(String id) {
        try {
            corrections.acceptAgreed(id);
        } catch (RuntimeException e) {
            accepted.remove(id);
            throw e;
        }
    }
}
