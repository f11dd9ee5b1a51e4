package org.citestream.query.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.citestream.query.PlatformResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is not for everybody: who reads shows a key, and nobody asks without end. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(PrivateReading.class)
@Tag("slow")
class PrivateReadingTest {

    @ConfigProperty(name = "citestream.data")
    Path data;

    @BeforeEach
    void makeKeys() throws Exception {
        Files.writeString(
                data.resolve("keys"), key("reader", "read") + key("curator", "curate") + key("operator", "operate"));
    }

    @AfterEach
    void forgetKeys() throws IOException {
        Files.deleteIfExists(data.resolve("keys"));
    }

    private static String key(String name, String scope) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        return "%s %s %s 2026-12-01T00:00:00Z\n"
                .formatted(name, scope, HexFormat.of().formatHex(hash));
    }

    /** Each test is another client, so that none lives on the ration of another. */
    private final String client = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":"
            + UUID.randomUUID().toString().substring(0, 4) + "::1";

    private RequestSpecification somebody() {
        return given().redirects().follow(false).header("X-Forwarded-For", client);
    }

    private RequestSpecification with(String key) {
        return somebody().header("Authorization", "Bearer " + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/search?q=x",
                "/api/v1/stream",
                "/tallies/10.5555/x",
                "/feeds/atom/reports/doi:10.5555/x",
                "/q/openapi",
                "/ops",
                "/%6fps/messages",
                "/ops;v=1/messages",
                "/login;v=1",
                "/assets/../ops",
                "//ops/messages",
                "/api/v1/ops/audit",
                "/q/metrics"
            })
    void shouldShowNothingWithoutAKey(String path) throws IOException {
        assertThat(status(path, "")).isEqualTo(401);
        assertThat(status(path, "Authorization: Bearer unknown\r\n")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ops", "/%6fps/messages", "/ops;v=1/messages", "/api/v1/ops/audit", "/q/metrics"})
    void shouldShowTheDashboardToOperatorsOnly(String path) throws IOException {
        assertThat(status(path, "Authorization: Bearer reader\r\n")).isEqualTo(403);
        assertThat(status(path, "Authorization: Bearer operator\r\n")).isNotIn(401, 403);
    }

    @Test
    void shouldLetEveryKeyRead() {
        for (String key : new String[] {"reader", "curator", "operator"}) {
            with(key)
                    .get("/api/v1/search?q=x")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", nullValue());
        }
        with("reader").body("{}").post("/api/v1/guarded").then().statusCode(403);
    }

    @Test
    void shouldRedirectBrowsersToSignIn() {
        somebody()
                .header("Accept", "text/html")
                .get("/search?q=x")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/login?to=%2Fsearch%3Fq%3Dx"));
        somebody().header("Accept", "text/html").get("/login").then().statusCode(200);
        somebody().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void shouldRefuseOnlyTheClientThatSendsTooMany() {
        for (int i = 0; i < 60; i++) {
            somebody().get("/login").then().statusCode(200);
        }
        somebody()
                .get("/login")
                .then()
                .statusCode(429)
                .header("Retry-After", org.hamcrest.Matchers.notNullValue())
                .contentType("application/problem+json")
                .body("detail", containsString("60 requests"));
        // The left entry was written by the client itself.
        given().header("X-Forwarded-For", "203.0.113.1, " + client)
                .get("/login")
                .then()
                .statusCode(429);
        given().header("X-Forwarded-For", "203.0.113.2").get("/login").then().statusCode(200);
        with("reader").get("/api/v1/search?q=x").then().statusCode(200);
        somebody().get("/q/health/live").then().statusCode(200);
    }

    /** Sends the path as it is written, which HTTP clients would mend. */
    private int status(String path, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\n"
                                    + headers + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String line = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }
}
