package org.citestream.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what a webhook brings, and has it followed by an alert. */
final class WebhookReceiver implements AutoCloseable {

    /** One call: the delivery's id, and its body. */
    record Call(String delivery, String body) {

        List<Long> sequences() {
            return Json.tree(body).path("changes").findValuesAsText("sequence").stream()
                    .map(Long::valueOf)
                    .toList();
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    /** Signs up for every change of a work from now on. */
    static WebhookReceiver following(Line line, String work) throws IOException {
        var receiver = new WebhookReceiver();
        line.query()
                .postJson("/api/v1/alerts", """
                        {"follows": "work", "target": "%s", "webhook": "%s"}""".formatted(work, receiver.url()))
                .ok();
        return receiver;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(exchange.getRequestHeaders().getFirst("webhook-id"), body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
