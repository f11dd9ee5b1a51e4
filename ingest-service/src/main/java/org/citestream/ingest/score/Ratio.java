package org.citestream.ingest.score;

import java.util.Locale;

/** How many of how many. */
public record Ratio(long hits, long all) {
    public static final Ratio NONE = new Ratio(0, 0);

    public Ratio plus(long moreHits, long more) {
        return new Ratio(hits + moreHits, all + more);
    }

    /** Between 0 and 1; 1 when there was nothing to find. */
    public double share() {
        return all == 0 ? 1 : (double) hits / all;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %,d = %.2f %%", hits, all, 100 * share());
    }
}
