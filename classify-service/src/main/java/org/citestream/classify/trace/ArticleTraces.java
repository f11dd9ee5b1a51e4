package org.citestream.classify.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Tells of every article whose facts went on: a span in the article's own trace and a line in the log that carries its
 * id. Thread-safe.
 */
@ApplicationScoped
public class ArticleTraces {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleTraces.class);
    private static final String CLOSED = "ArticleClosed";
    private static final String TRACE_ID = "traceId";

    private final Tracer tracer;

    public ArticleTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A record of a batch was taken at {@code taken}, and what became of it is in the log. */
    public void published(ConsumerRecord<byte[], byte[]> record, Instant taken) {
        if (!CLOSED.equals(header(record, "type"))) {
            return;
        }
        String article = header(record, "article");
        String revision = header(record, "revision");
        Span span = tracer.spanBuilder("classify")
                .setParent(Traceparent.read(header(record, "traceparent")))
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(taken)
                .setAttribute("citestream.publication", article)
                .setAttribute("citestream.revision", revision)
                .startSpan();
        MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
        try {
            LOG.info("{} revision {}: classified", article, revision);
        } finally {
            MDC.remove(TRACE_ID);
            span.end();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
