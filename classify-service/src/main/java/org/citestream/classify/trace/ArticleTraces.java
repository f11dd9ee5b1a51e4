package org.citestream.classify.trace;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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

    /** These records were taken at {@code taken} as one batch, and what became of them is in the log. */
    public void published(List<ConsumerRecord<byte[], byte[]>> batch, String group, Instant taken) {
        List<ConsumerRecord<byte[], byte[]>> closed = batch.stream()
                .filter(record -> CLOSED.equals(header(record, "type")))
                .toList();
        if (closed.isEmpty()) {
            return;
        }
        List<String> traces =
                closed.stream().map(record -> header(record, "traceparent")).toList();
        tracing.ofBatch(closed.get(0).topic(), group, batch.size(), traces, taken)
                .close();
        closed.forEach(record -> published(record, group, taken));
    }

    private void published(ConsumerRecord<byte[], byte[]> record, String group, Instant taken) {
        String article = header(record, "article");
        String revision = header(record, "revision");
        try (TraceSpan step = tracing.ofRecord(record.topic(), group, header(record, "traceparent"), taken)) {
            step.with("citestream.publication", article).with("citestream.revision", revision);
            LOG.infof("%s revision %s: classified", article, revision);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return HeaderText.of(record, name).orElse("");
    }
}
