package org.citestream.query.correction;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.query.project.ViewWritten;

/**
 * The policy: once enough people agree, the first of their proposals is accepted by an ordinary event, so that a
 * rebuild reproduces it whatever the policy is by then. Every instance does so; accepting twice changes nothing. Checks
 * after each correction written to the view, on its own thread.
 */
@ApplicationScoped
class Agreement {

    private final CorrectionReader reader;
    private final Corrections corrections;
    private final CorrectionSettings settings;
    private final Set<String> accepted = new HashSet<>();
    private final Loop loop = Loop.named("citestream-agreement").daemon().of(this::look);

    Agreement(CorrectionReader reader, Corrections corrections, CorrectionSettings settings) {
        this.reader = reader;
        this.corrections = corrections;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void written(@Observes ViewWritten event) {
        if (event.corrected()) {
            loop.wake();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration look() {
        List<String> agreed = reader.agreed(settings.confirmations() + 1);
        accepted.retainAll(Set.copyOf(agreed));
        for (String id : agreed) {
            if (accepted.add(id)) {
                accept(id);
            }
        }
        return Turn.UNTIL_WOKEN;
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
