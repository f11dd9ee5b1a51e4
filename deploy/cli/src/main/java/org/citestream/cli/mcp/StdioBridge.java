package org.citestream.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.cli.CliException;
import org.citestream.cli.Json;

/**
 * Carries messages of the Model Context Protocol between standard streams (a line each) and an endpoint that speaks
 * Streamable HTTP, one after the other and unread but for what the session needs. Where the service was started again, it
 * begins the session anew with the client's own first message, so that the client notices nothing. Used by one thread.
 */
public final class StdioBridge {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final String SESSION = "Mcp-Session-Id";
    private static final String VERSION = "MCP-Protocol-Version";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_FOUND = 404;

    private static final int PARSE_ERROR = -32700;
    private static final int SERVER_ERROR = -32000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI endpoint;
    private final Optional<String> key;
    private final InputStream in;
    private final PrintStream out;

    private String session;
    private String version;
    private String firstMessage;

    /**
     * Between these streams and that endpoint.
     *
     * @param endpoint such as {@code http://127.0.0.1:8080/mcp}
     * @param key for {@code Authorization: Bearer}
     * @param in messages of the client, UTF-8
     * @param out where its answers go, UTF-8; nothing else may write there
     */
    public StdioBridge(URI endpoint, Optional<String> key, InputStream in, PrintStream out) {
        this.endpoint = endpoint;
        this.key = key;
        this.in = in;
        this.out = out;
    }

    /** Carries until the client closes its stream, then ends the session. */
    public void run() throws IOException, InterruptedException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                carry(line);
            }
        }
        end();
    }

    private void carry(String message) throws InterruptedException {
        JsonNode read;
        try {
            read = Json.MAPPER.readTree(message);
        } catch (JsonProcessingException broken) {
            refuse(JsonNodeFactory.instance.nullNode(), PARSE_ERROR, "The line is not JSON");
            return;
        }
        boolean first = read.path("method").asText().equals("initialize");
        if (first) {
            session = null;
            version = null;
            firstMessage = message;
        }
        try {
            HttpResponse<String> answer = send(message);
            if (answer.statusCode() == NOT_FOUND && session != null && beginAnew()) {
                answer = send(message);
            }
            if (answer.statusCode() >= MULTIPLE_CHOICES) {
                refuse(
                        read.get("id"),
                        SERVER_ERROR,
                        endpoint + " answers " + answer.statusCode() + " " + answer.body());
                return;
            }
            if (first) {
                remember(answer);
            }
            messages(answer).forEach(this::write);
        } catch (IOException away) {
            String why = away.getMessage() == null ? away.getClass().getSimpleName() : away.getMessage();
            refuse(
                    read.get("id"),
                    SERVER_ERROR,
                    "query-service does not answer at " + endpoint + " (" + why + "); see deploy/citestream status");
        }
    }

    private HttpResponse<String> send(String message) throws IOException, InterruptedException {
        return client.send(
                request()
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(BodyPublishers.ofString(message))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        var request = HttpRequest.newBuilder(endpoint);
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (session != null) {
            request.header(SESSION, session);
        }
        if (version != null) {
            request.header(VERSION, version);
        }
        return request;
    }

    /** Whether there is a session again. */
    private boolean beginAnew() throws IOException, InterruptedException {
        session = null;
        version = null;
        HttpResponse<String> answer = send(firstMessage);
        if (answer.statusCode() >= MULTIPLE_CHOICES) {
            return false;
        }
        remember(answer);
        return send(INITIALIZED).statusCode() < MULTIPLE_CHOICES;
    }

    private void remember(HttpResponse<String> answer) throws JsonProcessingException {
        session = answer.headers().firstValue(SESSION).orElse(null);
        for (String message : messages(answer).toList()) {
            String agreed = Json.MAPPER
                    .readTree(message)
                    .path("result")
                    .path("protocolVersion")
                    .asText("");
            version = agreed.isEmpty() ? version : agreed;
        }
    }

    /** The messages of an answer: it is one, or a stream of events with one each. */
    private static Stream<String> messages(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/event-stream")) {
            return Arrays.stream(answer.body().split("\r?\n\r?\n", -1))
                    .map(StdioBridge::data)
                    .filter(data -> !data.isBlank());
        }
        return Stream.of(answer.body()).filter(body -> !body.isBlank());
    }

    private static String data(String event) {
        return event.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .collect(Collectors.joining("\n"));
    }

    /** On one line: line ends stand between tokens only, as strings of JSON cannot hold them. */
    private void write(String message) {
        out.print(message.strip().replaceAll("[\r\n]+", " ") + "\n");
        out.flush();
    }

    /** An answer of the bridge's own; a notification, which has no id, gets none. */
    private void refuse(JsonNode id, int code, String why) {
        if (id == null) {
            System.err.println(CliException.PREFIX + why);
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.putObject("error").put("code", code).put("message", why);
        write(answer.toString());
    }

    private void end() throws InterruptedException {
        if (session == null) {
            return;
        }
        try {
            client.send(request().timeout(CONNECT).DELETE().build(), BodyHandlers.discarding());
        } catch (IOException gone) {
            // The session ends with the service.
        }
    }
}
