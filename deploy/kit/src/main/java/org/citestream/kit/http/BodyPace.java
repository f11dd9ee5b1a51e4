package org.citestream.kit.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Lets go of who sends a body too slowly, where the server reads it before anybody else does. Stateless. */
public final class BodyPace {

    private BodyPace() {}

    /**
     * Watches one body until all of it has come, and ends the request when less than the pace has come in a span.
     *
     * @param span how long a sender may pause
     * @param leastPace bytes a second, on the average of a span
     */
    public static void watch(RoutingContext context, Duration span, long leastPace) {
        HttpServerRequest request = context.request();
        long least = Math.max(1, leastPace * span.toMillis() / 1000);
        long[] before = {0};
        context.vertx().setPeriodic(span.toMillis(), timer -> {
            long come = request.bytesRead();
            if (request.isEnded() || context.response().closed()) {
                context.vertx().cancelTimer(timer);
            } else if (come - before[0] < least) {
                context.vertx().cancelTimer(timer);
                RequestAbort.abort(request);
            }
            before[0] = come;
        });
    }
}
