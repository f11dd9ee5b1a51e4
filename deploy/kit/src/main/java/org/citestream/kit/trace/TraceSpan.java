package org.citestream.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import org.jboss.logging.MDC;

/** A span of a trace, with its {@code traceId} in what its thread logs. Not thread-safe. */
public final class TraceSpan implements AutoCloseable {
    private static final String TRACE_ID = "traceId";

    private final Span span;
    private final Object outer;

    TraceSpan(Span span) {
        this.span = span;
        this.outer = MDC.get(TRACE_ID);
        MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
    }

    /** The header that carries the trace on. */
    public String traceparent() {
        return Traceparent.write(Context.root().with(span));
    }

    public TraceSpan with(String name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    public TraceSpan with(String name, long value) {
        span.setAttribute(name, value);
        return this;
    }

    public void failed(Throwable why) {
        span.setStatus(StatusCode.ERROR, String.valueOf(why.getMessage()));
    }

    @Override
    public void close() {
        span.end();
        if (outer == null) {
            MDC.remove(TRACE_ID);
        } else {
            MDC.put(TRACE_ID, outer);
        }
    }
}
