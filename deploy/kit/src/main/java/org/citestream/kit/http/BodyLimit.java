package org.citestream.kit.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.citestream.kit.problem.Problem;

/**
 * Bounds what requests hold in memory, before a byte of them is read: one body by its route, all bodies together by their
 * sum. A body of unknown length counts as long as its route allows, and is cut off there. Thread-safe.
 */
public final class BodyLimit {

    /** After Quarkus' own limit, which would replace the route's, and after the service's filters. */
    private static final int AFTER_QUARKUS = 1;

    /** Time for a client to read a refusal while it still sends. */
    private static final long READING_MILLIS = 1000;

    private final ToLongFunction<String> longest;
    private final long bytesAtOnce;
    private final Duration patience;
    private final Duration retryAfter;
    private final AtomicLong inFlight = new AtomicLong();

    /**
     * For one HTTP server.
     *
     * @param longest most bytes of a body by the path it is sent to, which may be null
     * @param bytesAtOnce most bytes of all bodies together that are being sent or answered
     * @param patience how long a client may take to send a body
     * @param retryAfter how long a client refused because of others is told to wait' bodies
     */
    public BodyLimit(ToLongFunction<String> longest, long bytesAtOnce, Duration patience, Duration retryAfter) {
        this.longest = longest;
        this.bytesAtOnce = bytesAtOnce;
        this.patience = patience;
        this.retryAfter = retryAfter;
    }

    /** Stands before all routes. */
    public void register(Filters filters) {
        register(filters, path -> false);
    }

    /**
     * Stands before all routes.
     *
     * @param handedOn by its path, which may be null, whether a body is handed on as it comes: it is held nowhere and takes
     *     as long as it takes
     */
    public void register(Filters filters, Predicate<String> handedOn) {
        register(filters, path -> true, handedOn);
    }

    /**
     * The same for some paths.
     *
     * @param paths those that this limit is for
     */
    public void register(Filters filters, Predicate<String> paths, Predicate<String> handedOn) {
        filters.register(
                context -> {
                    String path = context.request().path();
                    if (paths.test(path)) {
                        check(context, handedOn.test(path));
                    } else {
                        context.next();
                    }
                },
                AFTER_QUARKUS);
    }

    private void check(RoutingContext context, boolean handedOn) {
        HttpServerRequest request = context.request();
        long most = longest.applyAsLong(request.path());
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
        long length = length(request, most);
        if (length > most) {
            refuse(
                    context,
                    Problem.of(
                            413,
                            "Body too large",
                            "The body has %d bytes; at most %d are read here. Send it in parts."
                                    .formatted(length, most)));
        } else if (length == 0 || handedOn) {
            context.next();
        } else if (inFlight.addAndGet(length) > bytesAtOnce) {
            inFlight.addAndGet(-length);
            context.response().putHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
            refuse(
                    context,
                    Problem.of(
                            503,
                            "Too many bodies at once",
                            "Others are sending more than this service holds at once; send it again in a moment"));
        } else {
            context.addEndHandler(ended -> inFlight.addAndGet(-length));
            context.vertx().setTimer(patience.toMillis(), late -> {
                if (!request.isEnded()) {
                    RequestAbort.abort(request);
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
                        && !request.method().equals(HttpMethod.GET)
                        && !request.method().equals(HttpMethod.HEAD));
        return streamed ? most : 0;
    }

    /** Answers with a problem; the rest of the body is thrown away as it comes, so that the client gets to read why. */
    public static void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        request.handler(thrownAway -> {});
        request.resume();
        if (request.version() != HttpVersion.HTTP_2) {
            // HTTP/2 knows no such header, and its clients refuse an answer that has one.
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encode(problem));
        context.vertx().setTimer(READING_MILLIS, read -> RequestAbort.abort(request));
    }
}
