package org.citestream.kit.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Ends a request that is under way. */
public final class RequestAbort {

    private RequestAbort() {}

    /** Closes the connection; over HTTP/2 only the request's own stream, for others share the connection. */
    public static void abort(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
