package org.citestream.ingest.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins the trace that an article keeps from here to its rows and change events. Thread-safe. */
@ApplicationScoped
public class Tracing {
    private final Tracer tracer;

    Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Begins a step of work on the current thread, which must also close it.
     *
     * @param traceparent the caller's trace; null or malformed begins a new one
     */
    public Step begin(String name, String traceparent) {
        Context context = Traceparent.read(traceparent);
        return new Step(tracer.spanBuilder(name)
                .setParent(context)
                .setSpanKind(SpanKind.SERVER)
                .startSpan());
    }
}
