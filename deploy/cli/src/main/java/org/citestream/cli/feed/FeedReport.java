package org.citestream.cli.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;

/**
 * The totals of a feed: every article is either in {@code articles} or in {@code rejected}.
 *
 * @param articles accepted, the unchanged ones included
 * @param unchanged of these, those that were in already
 * @param statements citation statements of the accepted articles, as ingest counted them
 * @param references of the accepted articles
 */
public record FeedReport(
        long articles, long unchanged, long statements, long references, List<Rejection> rejected, double seconds) {

    public FeedReport {
        rejected = List.copyOf(rejected);
    }

    /** Whether there was nothing to send. */
    @JsonIgnore
    public boolean isEmpty() {
        return articles == 0 && rejected.isEmpty();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d articles (%d unchanged), %d statements, %d references, %d rejected, %.1f s",
                articles,
                unchanged,
                statements,
                references,
                rejected.size(),
                seconds);
    }
}
