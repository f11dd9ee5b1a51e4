package org.citestream.classify.trace;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.logging.Logger;

/**
 * Reports every article whose facts were passed on: a span in the article's own trace, and a log line with its id.
 * Thread-safe.
 */
@Singleton
public record ArticleTraces(Tracing tracing) {
    private static final Logger LOG = Logger.getLogger(ArticleTraces.class);
    private static final String CLOSED = "ArticleClosed";

    /** A record of a batch was taken at {@code taken}, and what became of it is in the log. */
    public void published(ConsumerRecord<byte[], byte[]> record, Instant taken) {
        if (!CLOSED.equals(header(record, "type"))) {
            return;
        }
        String article = header(record, "article");
        String revision = header(record, "revision");
        try (TraceSpan step = tracing.ofRecord("classify", header(record, "traceparent"), taken)) {
            step.with("citestream.publication", article).with("citestream.revision", revision);
            LOG.infof("%s revision %s: classified", article, revision);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return HeaderText.of(record, name).orElse("");
    }
}
