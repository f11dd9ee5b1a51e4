package org.citestream.query.trace;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.citestream.query.project.ViewWritten;
import org.citestream.query.project.event.ArticleClosed;
import org.jboss.logging.Logger;

/**
 * Reports every article whose rows are committed: by a span in the article's own trace and a log line with the trace
 * id. Thread-safe.
 */
@Singleton
record ArticleTraces(Tracing tracing) {

    private static final Logger LOG = Logger.getLogger(ArticleTraces.class);

    void written(@Observes ViewWritten news) {
        news.closed().forEach(closing -> visible(closing.fact(), closing.traceparent(), news.taken()));
    }

    private void visible(ArticleClosed closed, String traceparent, Instant taken) {
        try (TraceSpan step = tracing.ofRecord("project", traceparent, taken)) {
            step.with("citestream.publication", closed.citing()).with("citestream.revision", closed.revision());
            LOG.infof("%s revision %d: visible", closed.citing(), closed.revision());
        }
    }
}
