package org.citestream.query.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.citestream.query.project.ViewWritten;
import org.citestream.query.project.event.ArticleClosed;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Tells of every article whose rows are committed: a span in the article's own trace and a line in the log that carries
 * its id. Thread-safe.
 */
@ApplicationScoped
class ArticleTraces {
    private static final Logger LOG = Logger.getLogger(ArticleTraces.class);
    private static final String TRACE_ID = "traceId";

    private final Tracer tracer;

    ArticleTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    void written(@Observes ViewWritten news) {
        news.closed().forEach(closing -> visible(closing.fact(), closing.traceparent(), news.taken()));
    }

    private void visible(ArticleClosed closed, String traceparent, Instant taken) {
        Span span = tracer.spanBuilder("project")
                .setParent(Traceparent.read(traceparent))
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(taken)
                .setAttribute("citestream.publication", closed.citing())
                .setAttribute("citestream.revision", closed.revision())
                .startSpan();
        MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
        try {
            LOG.infof("%s revision %d: visible", closed.citing(), closed.revision());
        } finally {
            MDC.remove(TRACE_ID);
            span.end();
        }
    }
}
