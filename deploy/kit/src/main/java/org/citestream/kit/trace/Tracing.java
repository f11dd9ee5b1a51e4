package org.citestream.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Begins spans of the trace that an article keeps from its file to its rows and change events. Thread-safe. */
@ApplicationScoped
public class Tracing {
    private static final String PROCESS = "process";
    private static final String BATCH_SIZE = "messaging.batch.message_count";

    private final Tracer tracer;

    public Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Begins a span on the current thread, which must also close it.
     *
     * @param traceparent the caller's trace; null or malformed begins a new one
     */
    public TraceSpan begin(String name, String traceparent) {
        return new TraceSpan(tracer.spanBuilder(name)
                .setParent(Traceparent.read(traceparent))
                .setSpanKind(SpanKind.SERVER)
                .startSpan());
    }

    /**
     * A span of one record that a group took from a topic: it ends now and began when the record was taken. The current
     * thread must close it.
     *
     * @param traceparent the record's trace; null or malformed begins a new one
     */
    public TraceSpan ofRecord(String topic, String group, String traceparent, Instant taken) {
        return new TraceSpan(processed(topic, group, taken)
                .setParent(Traceparent.read(traceparent))
                .startSpan());
    }

    /**
     * A span of a batch that a group took from a topic, in a trace of its own, which leads to those of its articles. The
     * current thread must close it.
     *
     * @param records how many the batch has
     * @param traceparents the traces in it; null and malformed ones are left out
     */
    public TraceSpan ofBatch(String topic, String group, int records, Collection<String> traceparents, Instant taken) {
        SpanBuilder batch = processed(topic, group, taken).setNoParent().setAttribute(BATCH_SIZE, (long) records);
        for (String traceparent : traceparents) {
            SpanContext linked = Span.fromContext(Traceparent.read(traceparent)).getSpanContext();
            if (linked.isValid()) {
                batch.addLink(linked);
            }
        }
        return new TraceSpan(batch.startSpan());
    }

    /** By OpenTelemetry's conventions for messaging: the operation, then what it works on. */
    private SpanBuilder processed(String topic, String group, Instant taken) {
        return tracer.spanBuilder(PROCESS + " " + topic)
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(taken)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", PROCESS)
                .setAttribute("messaging.operation.type", PROCESS)
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("messaging.consumer.group.name", group);
    }
}
