package org.citestream.query.alert;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Calls receivers that may be slow, broken or hostile. The host is resolved once and the connection goes to the very
 * address that was checked; redirects are treated as any other answer; a deadline covers the whole call; only a limited
 * part of the answer's body is read. Holds no thread while waiting. Thread-safe.
 */
final class WebhookCaller {

    /** Maximum number of a host's addresses that are tried. */
    private static final int TRIED = 3;

    private final Vertx vertx;
    private final HttpClient client;
    private final AlertSettings.Webhook settings;

    WebhookCaller(Vertx vertx, AlertSettings.Webhook settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setKeepAlive(false)
                .setMaxPoolSize(settings.concurrency())
                .setMaxRedirects(0)
                .setVerifyHost(true)
                .setMaxHeaderSize(16_384)
                .setMaxChunkSize(16_384));
    }

    /** The result of a call: the status, or 0 and the reason why there is none. */
    record WebhookResponse(int status, String reason) {

        boolean taken() {
            return status >= 200 && status < 300;
        }

        /** A short description for whoever operates the receiver. */
        String inWords() {
            if (status == 0) {
                return reason;
            }
            return status >= 300 && status < 400 ? "HTTP " + status + "; redirects are not followed" : "HTTP " + status;
        }
    }

    /** Posts the body. The result never completes exceptionally, however the receiver behaves. */
    Future<WebhookResponse> post(Receiver receiver, Map<String, String> headers, Buffer body) {
        Callable<List<InetAddress>> lookup = () -> receiver.addresses(settings.allowPrivate());
        Promise<WebhookResponse> answer = Promise.promise();
        long deadline = vertx.setTimer(
                settings.timeout().toMillis(),
                timer -> answer.tryComplete(new WebhookResponse(
                        0, "no answer within " + settings.timeout().toSeconds() + " s")));
        vertx.executeBlocking(lookup, false)
                .compose(addresses -> call(receiver, addresses, headers, body, answer.future()))
                .onSuccess(answer::tryComplete)
                .onFailure(failure -> answer.tryComplete(new WebhookResponse(0, why(failure))));
        return answer.future().onComplete(done -> vertx.cancelTimer(deadline));
    }

    void close() {
        client.close();
    }

    private Future<WebhookResponse> call(
            Receiver receiver,
            List<InetAddress> addresses,
            Map<String, String> headers,
            Buffer body,
            Future<WebhookResponse> ended) {
        return connected(receiver, addresses, 0, headers, ended).compose(request -> {
            // After the deadline nothing of the call stays open.
            ended.onComplete(over -> request.reset());
            return request.send(body).compose(response -> read(request, response));
        });
    }

    /** A request on a connection to the first address that accepts one. */
    private Future<HttpClientRequest> connected(
            Receiver receiver,
            List<InetAddress> addresses,
            int nth,
            Map<String, String> headers,
            Future<WebhookResponse> ended) {
        boolean last = nth + 1 >= Math.min(addresses.size(), TRIED);
        return client.request(to(receiver, addresses.get(nth), headers))
                .recover(unreachable -> last || ended.isComplete()
                        ? Future.failedFuture(unreachable)
                        : connected(receiver, addresses, nth + 1, headers, ended));
    }

    /**
     * Only the status matters; a little of the body is read so that a well-behaved receiver sees no broken connection.
     */
    private Future<WebhookResponse> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<WebhookResponse> answer = Promise.promise();
        WebhookResponse status = new WebhookResponse(response.statusCode(), response.statusMessage());
        int[] seen = new int[1];
        response.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > settings.answerLimit()) {
                answer.tryComplete(status);
                request.reset();
            }
        });
        response.exceptionHandler(broken -> answer.tryComplete(status));
        response.endHandler(end -> answer.tryComplete(status));
        vertx.setTimer(settings.connectTimeout().toMillis(), timer -> answer.tryComplete(status));
        return answer.future();
    }

    private static RequestOptions to(Receiver receiver, InetAddress address, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(receiver.port(), address.getHostAddress()))
                .setHost(receiver.host())
                .setPort(receiver.port())
                .setSsl(receiver.secure())
                .setFollowRedirects(false)
                .setURI(receiver.path());
        headers.forEach(options::putHeader);
        return options;
    }

    private static String why(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
