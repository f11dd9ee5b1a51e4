package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A plain HTTP client of one service, as any program would be. Safe for several threads. */
record Api(URI base) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Where writing needs one: {@code -Dcitestream.acceptance.key=cs_…}. */
    private static final Optional<String> KEY = Optional.ofNullable(System.getProperty("citestream.acceptance.key"));

    /** An answer, whatever its status. */
    record Answer(int status, String contentType, String body) {

        JsonNode json() {
            return Json.tree(body);
        }

        /** The body of a success; any other status fails the test with what the service said. */
        JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError("expected success, got " + status + ": " + body);
            }
            return json();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** As a browser asks. */
    Answer page(String path) {
        return send(request(path).setHeader("Accept", "text/html").GET());
    }

    /** What it tells monitoring, a figure a line. */
    String metrics() {
        return send(request("/q/metrics").setHeader("Accept", "text/plain").GET())
                .body();
    }

    /** As a page's picture asks. */
    Answer image(String path) {
        return send(request(path)
                .setHeader("Accept", "image/avif,image/webp,image/svg+xml,*/*;q=0.8")
                .GET());
    }

    Answer post(String path, String xml) {
        return post(path, BodyPublishers.ofString(xml));
    }

    /** With one more header. */
    Answer post(String path, String xml, String header, String value) {
        return send(request(path)
                .header("Content-Type", "application/xml")
                .header(header, value)
                .POST(BodyPublishers.ofString(xml)));
    }

    /** Host and port. */
    String authority() {
        return base.getAuthority();
    }

    Answer post(String path, BodyPublisher body) {
        return send(request(path).header("Content-Type", "application/xml").POST(body));
    }

    Answer postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, application/problem+json");
        KEY.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
