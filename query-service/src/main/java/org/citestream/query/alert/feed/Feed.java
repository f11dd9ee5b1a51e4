package org.citestream.query.alert.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A feed independent of its format, the newest entry first.
 *
 * @param self address of the feed
 * @param home address of the page that shows the same
 */
public record Feed(String title, String self, String home, List<FeedEntry> entries) {

    public Feed {
        entries = entries.stream()
                .sorted(Comparator.comparing(FeedEntry::updated).reversed().thenComparing(FeedEntry::id))
                .toList();
    }

    /** The time of the newest entry; the epoch for an empty feed. */
    public Instant updated() {
        return entries.isEmpty() ? Instant.EPOCH : entries.get(0).updated();
    }

    /**
     * One entry.
     *
     * @param id stays the same across rebuilds and moves of the host
     * @param html the entry in HTML, escaped where it comes from outside
     * @param author the author, or null
     * @param category type of the statement or kind of the notice
     */
    public record FeedEntry(
            String id, String title, String html, String link, Instant updated, String author, String category) {}
}
