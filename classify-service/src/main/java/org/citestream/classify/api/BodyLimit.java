package org.citestream.classify.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what requests hold in memory, before a byte of them is read: each body, and the sum of all that are being sent
 * or answered. A body of unknown length counts as the longest, and is cut off there. Thread-safe.
 */
@ApplicationScoped
class BodyLimit {

    /** Behind Quarkus' own limit, which would replace this one. */
    private static final int AFTER_QUARKUS = 1;

    /** Time for a client to read a refusal while it still sends. */
    private static final long READING_MILLIS = 1000;

    private final ApiSettings settings;
    private final AtomicLong inFlight = new AtomicLong();

    BodyLimit(ApiSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_QUARKUS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        long most = settings.maxBytes().asLongValue();
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
        long length = length(request, most);
        if (length > most) {
            refuse(
                    context,
                    413,
                    "Body too large",
                    "The body has %d bytes, at most %d; send the rows in parts.".formatted(length, most));
        } else if (length == 0) {
            context.next();
        } else if (inFlight.addAndGet(length) > settings.bytesAtOnce().asLongValue()) {
            inFlight.addAndGet(-length);
            context.response().putHeader("Retry-After", "1");
            refuse(
                    context,
                    503,
                    "Too many rows at once",
                    "Others are sending more than this service holds at once; send the rows again in a moment.");
        } else {
            context.addEndHandler(ended -> inFlight.addAndGet(-length));
            context.vertx().setTimer(settings.patience().toMillis(), late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            context.next();
        }
    }

    private static long length(HttpServerRequest request, long most) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
        }
        boolean streamed = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2
                        && request.path() != null
                        && request.path().startsWith("/classify"));
        return streamed ? most : 0;
    }

    /** The rest of the body is thrown away as it comes, so that the client gets to read why. */
    private static void refuse(RoutingContext context, int status, String title, String detail) {
        HttpServerRequest request = context.request();
        request.handler(thrownAway -> {});
        request.resume();
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(JsonObject.of("type", "about:blank", "title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .encode());
        context.vertx().setTimer(READING_MILLIS, read -> request.connection().close());
    }
}
