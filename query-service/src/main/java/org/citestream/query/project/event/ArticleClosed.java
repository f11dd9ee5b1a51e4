package org.citestream.query.project.event;

import java.time.Instant;

/** Follows an article's facts and counts them; everything older is superseded. */
public record ArticleClosed(
        String citing,
        long revision,
        int statements,
        int references,
        int referencesResolved,
        int unresolved,
        String digest,
        String extractor,
        String format,
        Instant closedAt)
        implements ArticleFact {

    public ArticleClosed {
        Require.publicationId("citing", citing);
        Require.atLeast("revision", 1, revision);
        Require.atLeast("statements", 0, statements);
        Require.atLeast("references", 0, references);
        Require.present("closedAt", closedAt);
    }
}
