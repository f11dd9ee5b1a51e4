package org.citestream.query.project.write;

import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.ArticleFact;
import org.citestream.query.project.event.ArticleWithdrawn;

/** What a batch says about the readings of one article. Not thread-safe. */
final class Readings {

    private final int partition;
    private long newest;
    private long oldest = Long.MAX_VALUE;
    private ArticleClosed closed;
    private ArticleWithdrawn withdrawn;

    Readings(int partition) {
        this.partition = partition;
    }

    void add(ArticleFact fact) {
        newest = Math.max(newest, fact.revision());
        if (fact instanceof ArticleClosed closing) {
            closed = closed == null || closed.revision() < closing.revision() ? closing : closed;
        } else if (fact instanceof ArticleWithdrawn withdrawal) {
            withdrawn = withdrawn == null || withdrawn.revision() < withdrawal.revision() ? withdrawal : withdrawn;
        } else {
            oldest = Math.min(oldest, fact.revision());
        }
    }

    int partition() {
        return partition;
    }

    /** Greatest revision of any fact. */
    long newest() {
        return newest;
    }

    /** Smallest revision of a statement or reference; {@link Long#MAX_VALUE} if there is none. */
    long oldest() {
        return oldest;
    }

    /** The newest closing, or null. */
    ArticleClosed closed() {
        return closed;
    }

    /** The newest withdrawal, or null. */
    ArticleWithdrawn withdrawn() {
        return withdrawn;
    }
}
