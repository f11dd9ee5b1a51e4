package org.citestream.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.cli.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bridge against a small server that keeps sessions as Streamable HTTP wants them. */
class StdioBridgeTest {

    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\"}}";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private int sessions;
    private boolean restarted;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mcp", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldCarryEachMessageWithSessionVersionAndKey() throws Exception {
        // When
        List<JsonNode> answers = carried(Optional.of("secret"), INITIALIZE, INITIALIZED, LIST);
        // Then
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).at("/result/serverInfo/name").asText()).isEqualTo("größer");
        assertThat(answers.get(1).path("id").asInt()).isEqualTo(1);
        assertThat(seen)
                .containsExactly(
                        "POST initialize null null Bearer secret",
                        "POST notifications/initialized session-1 2025-06-18 Bearer secret",
                        "POST tools/list session-1 2025-06-18 Bearer secret",
                        "DELETE  session-1 2025-06-18 Bearer secret");
    }

    @Test
    void shouldBeginTheSessionAnewWhenTheServiceWasStartedAgain() throws Exception {
        // Given
        restarted = true;
        // When
        List<JsonNode> answers = carried(Optional.empty(), INITIALIZE, LIST);
        // Then
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1).at("/result/tools")).isEmpty();
        assertThat(answers.get(1).has("error")).isFalse();
        assertThat(seen)
                .containsExactly(
                        "POST initialize null null null",
                        "POST tools/list session-1 2025-06-18 null",
                        "POST initialize null null null",
                        "POST notifications/initialized session-2 2025-06-18 null",
                        "POST tools/list session-2 2025-06-18 null",
                        "DELETE  session-2 2025-06-18 null");
    }

    @Test
    void shouldAnswerAnErrorWhenNobodyListensOrALineIsNotJson() throws Exception {
        // Given
        server.stop(0);
        // When
        List<JsonNode> answers = carried(Optional.empty(), INITIALIZED, "no json", LIST);
        // Then
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).at("/error/code").asInt()).isEqualTo(-32700);
        assertThat(answers.get(1).path("id").asInt()).isEqualTo(1);
        assertThat(answers.get(1).at("/error/message").asText()).contains("deploy/citestream status");
    }

    private List<JsonNode> carried(Optional<String> key, String... lines) throws Exception {
        var out = new ByteArrayOutputStream();
        new StdioBridge(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp"),
                        key,
                        new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(Json.MAPPER.readTree(line));
        }
        return answers;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode message = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        String method = message.path("method").asText();
        String session = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
        seen.add(String.join(
                " ",
                exchange.getRequestMethod(),
                method,
                session,
                exchange.getRequestHeaders().getFirst("MCP-Protocol-Version"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        if (method.equals("initialize")) {
            exchange.getResponseHeaders().add("Mcp-Session-Id", "session-" + ++sessions);
            // Over several lines, as a service may write it.
            reply(
                    exchange,
                    "application/json",
                    "{\"jsonrpc\":\"2.0\",\"id\":0,\n\"result\":{\"protocolVersion\":\"2025-06-18\",\n"
                            + "\"serverInfo\":{\"name\":\"größer\"}}}");
        } else if (method.equals("tools/list") && restarted && session.equals("session-1")) {
            exchange.sendResponseHeaders(404, -1);
        } else if (method.equals("tools/list")) {
            reply(
                    exchange,
                    "text/event-stream",
                    "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,\ndata: \"result\":{\"tools\":[]}}\n\n");
        } else {
            exchange.sendResponseHeaders(202, -1);
        }
        exchange.close();
    }

    private static void reply(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
