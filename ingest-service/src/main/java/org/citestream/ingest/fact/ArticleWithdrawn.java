package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** Every fact of this article up to this revision is withdrawn. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleWithdrawn(String citing, long revision, String why, String supersededBy, Instant withdrawnAt)
        implements ArticleFact {}
