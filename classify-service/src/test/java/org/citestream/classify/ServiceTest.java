package org.citestream.classify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ServiceTest {

    private static final String OWN = "{\"text\":\"Our results are in agreement with those of Meyer et al. [12].\","
            + "\"heading\":\"Discussion\",\"cite\":\"[12]\"}";

    private static ValidatableResponse post(String rows, String... query) {
        return given().contentType("application/json")
                .body(rows)
                .when()
                .post("/classify" + String.join("", query))
                .then();
    }

    @Test
    void shouldClassifyWhenOneRowIsPosted() {
        post(OWN)
                .statusCode(200)
                .body("type", equalTo("supporting"))
                .body("section", equalTo("discussion"))
                .body("model.name", equalTo("linear"))
                .body("cite", equalTo("[12]"));
    }

    @Test
    void shouldKeepOrderWhenManyRowsArePosted() {
        post("[" + OWN + ",{\"text\":\"Rats were housed as described by Hahn [3].\",\"heading\":\"Methods\"}]")
                .statusCode(200)
                .body("$", hasSize(2))
                .body("type", equalTo(List.of("supporting", "mentioning")));
    }

    @Test
    void shouldSayWhatAndWhereWhenRowIsWrong() {
        post("[" + OWN + ",{\"heading\":\"Methods\"}]")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("text must be a string"))
                .body("where", equalTo("row 1"));
    }

    @Test
    void shouldSayWhatIsWrongWhenBodyIsNoJson() {
        post("{")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith("The body is not JSON"));
    }

    @Test
    void shouldRefuseWhatIsTooLarge() throws IOException {
        try (Socket client = sending(7 * 1024 * 1024)) {
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "at most 2097152");
        }
        given().contentType("application/json")
                .body("[" + "[],".repeat(200_000) + "[]]")
                .post("/classify")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void shouldRefuseWhatIsMoreThanAllBodiesMayHoldAndGoOnWhenTheyAreGone() throws IOException {
        // Given
        List<Socket> clients = new ArrayList<>();
        // When, Then
        try {
            for (int i = 0; i < 4; i++) {
                clients.add(sending(2 * 1024 * 1024));
            }
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().contentType("application/json")
                    .body(OWN)
                    .post("/classify")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .contentType("application/problem+json"));
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().contentType("application/json")
                .body(OWN)
                .post("/classify")
                .then()
                .statusCode(200));
    }

    /** A client that promises so many bytes and sends one. */
    private static Socket sending(int length) throws IOException {
        Socket client = new Socket("localhost", RestAssured.port);
        client.getOutputStream()
                .write(("POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + length + "\r\n\r\n[")
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    @Test
    void shouldNameWordsThatMovedTheEncoderWhenAskedWhy() {
        post(OWN, "?why=encoder")
                .statusCode(200)
                .body("model.encoder", equalTo("asked"))
                .body("evidence[0].feature", equalTo("encoder"))
                .body("evidence[0].in", equalTo("text"));
    }

    @Test
    void shouldRefuseWhenWhyIsUnknown() {
        post(OWN, "?why=because").statusCode(400).body("detail", startsWith("why=because is not known"));
    }

    @Test
    void shouldShowTheCardAsTheContractSaysWhenAskedForTheModel() {
        // When
        byte[] card = given().when()
                .get("/model")
                .then()
                .statusCode(200)
                .body("model.checksum", startsWith("sha256:"))
                .body("stance.all.macroF1.toDouble()", closeTo(0.7, 0.1))
                .body("stance.traffic.calibration.size()", greaterThan(5))
                .body("encoder.state", oneOf("on", "off", "missing"))
                .extract()
                .asByteArray();
        // Then
        assertThat(Contracts.violations("ModelCard", Contracts.json(card))).isEmpty();
    }

    @Test
    void shouldBeLiveAndReadyWhenCaughtUp() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().when().get("/q/health/ready").then().statusCode(200));
        given().when().get("/q/health/live").then().statusCode(200).body("checks.data.state", hasItem("RUNNING"));
        given().when().get("/q/metrics").then().statusCode(200);
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
}
