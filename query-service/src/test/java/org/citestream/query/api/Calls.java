package org.citestream.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;

/** Requests with their paths exactly as they are written, as a page of another origin sends them. */
public record Calls(URI base) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    /** Any request; {@code body} is null for none. */
    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path.substring(1)))
                .header("Origin", "https://journal.example")
                .header("Authorization", "Bearer nobody-knows-this")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** A 200 with the headers that pages of other origins and patient clients need. */
    public HttpResponse<String> ok(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .as(path)
                .hasValue("*");
        assertThat(answer.headers().firstValueAsLong("X-RateLimit-Remaining-Minute"))
                .isPresent();
        return answer;
    }

    /** The same, as JSON of that shape. */
    public JsonNode answer(String shape, String path) throws IOException, InterruptedException {
        return WireSchema.checked(shape, ok(path).body());
    }

    /** The values of a field of all elements of a list, as text. */
    public static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    /** The values of fields of an object; -1 where one is absent. */
    public static List<Integer> numbers(JsonNode node, String... fields) {
        return List.of(fields).stream().map(field -> node.path(field).asInt(-1)).toList();
    }
}
