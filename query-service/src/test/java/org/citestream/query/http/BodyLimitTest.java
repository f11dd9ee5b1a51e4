package org.citestream.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class BodyLimitTest {

    private static final int LARGEST = 64 * 1024;
    private static final int AT_ONCE = 4 * 1024 * 1024;

    @TestHTTPResource("/tallies")
    URI tallies;

    @Test
    void shouldReadABatchAsLargeAsAllowed() {
        given().body("[\"10.5555/none\"]" + " ".repeat(LARGEST - 16))
                .post("/tallies")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRefuseALargerOneBeforeItIsRead() throws IOException {
        try (Socket client = sending(9 * 1024 * 1024)) {
            assertThat(answer(client))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("at most 65536 are read here");
        }
    }

    @Test
    void shouldCutOffALargerOneWithoutAContentLength() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(tallies)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LARGEST + 10_000])))
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldRefuseABodyAboveTheTotalAndGoOnOnceOthersAreDone() {
        // When, Then: who keeps others waiting is cut off after a while, so they come again until all are read at once
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(this::isRefusedWhileOthersAreRead);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().body("[\"10.5555/none\"]")
                .post("/tallies")
                .then()
                .statusCode(200));
    }

    private boolean isRefusedWhileOthersAreRead() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE / LARGEST; i++) {
                clients.add(sending(LARGEST));
            }
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> given().body("[\"10.5555/none\"]")
                    .post("/tallies")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .contentType("application/problem+json")
                    .body("title", equalTo("Too many bodies at once")));
            return true;
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** A client that promises so many bytes and sends one. */
    private Socket sending(int length) throws IOException {
        Socket client = new Socket(tallies.getHost(), tallies.getPort());
        client.getOutputStream()
                .write("POST /tallies HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n["
                        .formatted(length)
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
