package org.citestream.query.trace;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.citestream.query.project.Projection;
import org.citestream.query.project.ViewWritten;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.LoggedFact;
import org.jboss.logging.Logger;

/**
 * Reports every article whose rows are committed: by a span in the article's own trace and a log line with the trace
 * id; and the batch, by a span that links to the traces of its articles. Thread-safe.
 */
@Singleton
record ArticleTraces(Tracing tracing) {

    private static final Logger LOG = Logger.getLogger(ArticleTraces.class);

    void written(@Observes ViewWritten news) {
        if (news.closed().isEmpty()) {
            return;
        }
        List<String> traces =
                news.closed().stream().map(LoggedFact::traceparent).toList();
        String topic = news.closed().get(0).place().topic();
        tracing.ofBatch(topic, Projection.GROUP, news.records(), traces, news.taken())
                .close();
        news.closed().forEach(closing -> visible(closing, news.taken()));
    }

    private void visible(LoggedFact<ArticleClosed> closing, Instant taken) {
        ArticleClosed closed = closing.fact();
        try (TraceSpan step =
                tracing.ofRecord(closing.place().topic(), Projection.GROUP, closing.traceparent(), taken)) {
            step.with("citestream.publication", closed.citing()).with("citestream.revision", closed.revision());
            LOG.infof("%s revision %d: visible", closed.citing(), closed.revision());
        }
    }
}
