package org.citestream.query.project.write;

import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.ArticleWithdrawn;
import org.citestream.query.vocabulary.Cause;

/**
 * Where the readings of one article stand.
 *
 * @param closed greatest closed revision; 0 for none
 * @param withdrawn greatest withdrawn revision; 0 for none
 * @param seen greatest revision of any fact; 0 for none
 * @param oldest no row is older; 0 when there are no rows
 * @param deleteBelow rows of smaller revisions are to be deleted now; 0 when there can be none
 * @param cause why they go
 */
record ReadingState(long closed, long withdrawn, long seen, long oldest, long deleteBelow, Cause cause) {

    /** Facts of smaller revisions are dropped. */
    long floor() {
        return Math.max(closed, withdrawn + 1);
    }

    boolean isClosedBy(ArticleClosed closing) {
        return closing.revision() > closed;
    }

    boolean isWithdrawnBy(ArticleWithdrawn withdrawal) {
        return withdrawal.revision() > withdrawn;
    }

    /** What holds once the batch's facts of this article are written. */
    ReadingState after(Readings readings) {
        long closedAfter = readings.closed() == null
                ? closed
                : Math.max(closed, readings.closed().revision());
        long withdrawnAfter = readings.withdrawn() == null
                ? withdrawn
                : Math.max(withdrawn, readings.withdrawn().revision());
        long floorAfter = Math.max(closedAfter, withdrawnAfter + 1);
        boolean superseded = oldest > 0 && oldest < floorAfter;
        long kept = oldest == 0 || superseded ? Long.MAX_VALUE : oldest;
        if (superseded && seen >= floorAfter) {
            // Rows of the revision that stays may be there already; they are at least as new as the floor.
            kept = floorAfter;
        }
        if (readings.newest() >= floorAfter && readings.oldest() != Long.MAX_VALUE) {
            kept = Math.min(kept, Math.max(floorAfter, readings.oldest()));
        }
        return new ReadingState(
                closedAfter,
                withdrawnAfter,
                Math.max(seen, readings.newest()),
                kept == Long.MAX_VALUE ? 0 : kept,
                superseded ? floorAfter : 0,
                withdrawnAfter >= closedAfter ? Cause.WITHDRAWAL : Cause.ARTICLE);
    }
}
