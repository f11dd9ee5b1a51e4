package org.citestream.ingest.fact;

import java.time.Instant;

/**
 * Completes an article's facts; all older ones are superseded.
 *
 * @param statements records of {@link StatementExtracted} in this revision
 * @param references entries over all {@link ReferencesListed} of this revision
 * @param referencesResolved of them, those with a registered id
 * @param unresolved in-text citations that name no reference
 * @param digest over the file's bytes and the extractor's version
 * @param format {@code jats} or {@code tei}
 */
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
        implements ArticleFact {}
