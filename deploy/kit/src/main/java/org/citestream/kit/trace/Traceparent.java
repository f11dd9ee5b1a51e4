package org.citestream.kit.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

/** The header {@code traceparent} (W3C Trace Context, level 1). */
final class Traceparent {
    private static final String NAME = "traceparent";

    private Traceparent() {}

    /** The context that the header names; the root, when it is null or malformed. */
    static Context read(String header) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), header, (carrier, name) -> NAME.equals(name) ? carrier : null);
    }

    /** What to send on, so that others' work hangs below this. */
    static String write(Context context) {
        String[] header = new String[1];
        W3CTraceContextPropagator.getInstance().inject(context, header, (carrier, key, value) -> {
            if (NAME.equals(key)) {
                carrier[0] = value;
            }
        });
        return header[0];
    }
}
