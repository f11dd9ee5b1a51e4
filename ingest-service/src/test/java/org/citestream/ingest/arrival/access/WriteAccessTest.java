package org.citestream.ingest.arrival.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WriteAccessTest {
    /** SHA-256 of "sesame". */
    private static final String SESAME = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    @ConfigProperty(name = "citestream.data")
    Path data;

    @AfterEach
    void forgetKeys() throws IOException {
        Files.deleteIfExists(data.resolve("keys"));
    }

    @Test
    void shouldAcceptFromThisMachineWhenNoKeysExist() {
        send(null, null).statusCode(201);
    }

    @Test
    void shouldRefuseWhenPageOfAnotherSiteSends() {
        send(null, "https://evil.example").statusCode(403).body("type", containsString("no-keys"));
    }

    @Test
    void shouldRefuseWhenPageOfAnotherPortOfThisMachineSends() {
        send(null, "http://localhost:3000").statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 203.0.113.9", "Via, 1.1 proxy", "Sec-Fetch-Site, cross-site"})
    void shouldRefuseWhenSomebodyElseIsBehindTheRequest(String header, String value) {
        given().contentType("application/xml")
                .header(header, value)
                .body(Jats.article().doi("10.5555/access.1").bytes())
                .post("/articles")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldStayClosedWhenTheFileOfKeysHoldsNone() throws IOException {
        // Given
        keys("# all revoked");
        // When
        ValidatableResponse answer = send(null, null);
        // Then
        answer.statusCode(401);
    }

    @Test
    void shouldAskForKeyWhenKeysExist() throws IOException {
        // Given
        keys("ann ingest " + SESAME + " 2026-11-22");
        // When
        ValidatableResponse answer = send(null, null);
        // Then
        answer.statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("status", equalTo(401));
    }

    @Test
    void shouldAcceptKeyWhenItHasTheScope() throws IOException {
        // Given
        keys("# people\nann curate,ingest " + SESAME + " 2026-11-22");
        // When
        ValidatableResponse answer = send("sesame", null);
        // Then
        answer.statusCode(oneOf(200, 201));
    }

    @Test
    void shouldRefuseKeyWhenItLacksTheScope() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22");
        // When
        ValidatableResponse answer = send("sesame", null);
        // Then
        answer.statusCode(403).body("detail", containsString("ingest"));
    }

    @Test
    void shouldRefuseKeyWhenItIsUnknown() throws IOException {
        // Given
        keys("ann ingest " + SESAME + " 2026-11-22");
        // When
        ValidatableResponse answer = send("guess", null);
        // Then
        answer.statusCode(401);
    }

    @Test
    void shouldRefuseWhatOneClientSendsBeyondTheLimit() throws Exception {
        // Given: a client that has sent all it may, behind a proxy that others use too
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < PlatformResource.REQUESTS_PER_MINUTE; i++) {
            assertThat(head(client, "192.0.2.77").statusCode()).isNotEqualTo(429);
        }
        // When
        HttpResponse<Void> next = head(client, "192.0.2.77");
        // Then
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.headers().firstValue("Retry-After")).isPresent();
        assertThat(head(client, "192.0.2.78").statusCode()).isNotEqualTo(429);
    }

    private static HttpResponse<Void> head(HttpClient client, String forwardedFor) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/nothing"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .header("X-Forwarded-For", forwardedFor)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private void keys(String lines) throws IOException {
        Files.writeString(data.resolve("keys"), lines + "\n");
    }

    private static ValidatableResponse send(String key, String origin) {
        var request = given().contentType("application/xml")
                .body(Jats.article().doi("10.5555/access.1").bytes());
        if (key != null) {
            request = request.header("Authorization", "Bearer " + key);
        }
        if (origin != null) {
            request = request.header("Origin", origin);
        }
        return request.post("/articles").then();
    }
}
