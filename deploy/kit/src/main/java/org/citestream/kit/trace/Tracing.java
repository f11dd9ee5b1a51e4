package org.citestream.kit.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Begins spans of the trace that an article keeps from its file to its rows and change events. Thread-safe. */
@ApplicationScoped
public class Tracing {
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
     * A span that ends now and began when its record was taken from the log; the current thread must close it.
     *
     * @param traceparent the record's trace; null or malformed begins a new one
     */
    public TraceSpan ofRecord(String name, String traceparent, Instant taken) {
        return new TraceSpan(tracer.spanBuilder(name)
                .setParent(Traceparent.read(traceparent))
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(taken)
                .startSpan());
    }
}
