package org.citestream.query.project.write;

import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.ArticleWithdrawn;
import org.citestream.query.vocabulary.Cause;

/**
 * The state of the readings of one article.
 *
 * @param closed greatest closed revision; 0 for none
 * @param withdrawn greatest withdrawn revision; 0 for none
 * @param seen greatest revision of any fact; 0 for none
 * @param oldest revision of the oldest row; 0 if there are no rows
 * @param deleteBelow rows of smaller revisions are to be deleted now; 0 if there cannot be any
 * @param cause why they are deleted
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

    /** The state after the batch's facts of this article are written. */
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
            // Rows of the revision that stays may exist already; they are at least as new as the floor.
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
