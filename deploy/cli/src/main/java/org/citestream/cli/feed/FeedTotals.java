package org.citestream.cli.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.cli.feed.Outcome.Accepted;
import org.citestream.cli.feed.Outcome.Rejected;

/** Adds up outcomes as they come in. Safe for use by several threads. */
final class FeedTotals {

    private final Instant began = Instant.now();
    private final Map<String, Long> revisions = new HashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private long articles;
    private long unchanged;
    private long statements;
    private long references;

    synchronized void add(Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            articles++;
            unchanged += accepted.unchanged() ? 1 : 0;
            statements += accepted.statements();
            references += accepted.references();
            revisions.merge(accepted.publication(), accepted.revision(), Math::max);
        } else if (outcome instanceof Rejected refused) {
            rejected.add(refused.rejection());
        }
    }

    /** The newest revision of every article, by its publication id. */
    synchronized Map<String, Long> revisions() {
        return Map.copyOf(revisions);
    }

    synchronized FeedReport report() {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        return new FeedReport(articles, unchanged, statements, references, rejected, seconds);
    }
}
