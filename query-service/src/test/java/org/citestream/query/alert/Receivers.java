package org.citestream.query.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Receivers of webhooks on one port: decent ones and such as no one would wish for. */
final class Receivers implements AutoCloseable {

    /** One call as it came. */
    record Call(String path, Headers headers, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException unread) {
                throw new IllegalStateException(unread);
            }
        }

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final AtomicBoolean mended = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    Receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        on("/good", exchange -> exchange.sendResponseHeaders(204, -1));
        on("/internal", exchange -> exchange.sendResponseHeaders(204, -1));
        on("/broken", exchange -> exchange.sendResponseHeaders(mended.get() ? 200 : 500, -1));
        on("/redirects", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/internal"));
            exchange.sendResponseHeaders(302, -1);
        });
        on("/hangs", exchange -> {
            try {
                over.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        on("/gigabyte", exchange -> {
            exchange.sendResponseHeaders(200, 1L << 30);
            byte[] megabyte = new byte[1 << 20];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1024; i++) {
                    out.write(megabyte);
                }
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Call> to(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            try (HttpExchange closing = exchange) {
                handler.handle(closing);
            }
        });
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
