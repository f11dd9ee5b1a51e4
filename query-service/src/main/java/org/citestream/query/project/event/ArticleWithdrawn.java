package org.citestream.query.project.event;

import java.time.Instant;

/** Every fact of this article up to and including this revision is withdrawn. */
public record ArticleWithdrawn(String citing, long revision, String why, String supersededBy, Instant withdrawnAt)
        implements ArticleFact {

    public ArticleWithdrawn {
        Require.publicationId("citing", citing);
        Require.atLeast("revision", 1, revision);
        Require.present("why", why);
        Require.present("withdrawnAt", withdrawnAt);
    }
}
