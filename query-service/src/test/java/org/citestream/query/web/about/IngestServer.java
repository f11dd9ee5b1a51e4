package org.citestream.query.web.about;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers under ingest-service's path as its README says: a line per article, or a problem. */
public final class IngestServer implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/articles/archive", IngestServer::answer);
        server.start();
        return Map.of(
                "citestream.ops.ingest-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "citestream.bodies.upload-bytes",
                "1M");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getQuery().substring("file=".length());
        int bytes = exchange.getRequestBody().readAllBytes().length;
        boolean refused = name.equals("refused.xml");
        String body = refused
                ? "{\"title\":\"A key is needed\",\"status\":401,\"detail\":\"Send the header Authorization.\"}"
                : "{\"file\":\"" + name + "\",\"publication\":\"doi:10.5555/" + bytes + "\",\"statements\":3}\n";
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 401 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
