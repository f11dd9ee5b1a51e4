package org.citestream.ingest.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.PlatformResource;
import org.junit.jupiter.api.Test;

/** Clients that send a request byte by byte lose their connection in the end. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class SlowClientsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MILLIS_BETWEEN_BYTES = 100;

    /** What each of them begins with; letters follow. */
    private static final List<String> REQUESTS = List.of(
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
            "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nX: ",
            "POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nContent-Length: 60000\r\n\r\n<",
            "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 60000\r\n\r\nR",
            "POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 60000\r\n\r\n--x");

    @TestHTTPResource("/")
    URI service;

    @Test
    void shouldLetGoOfThemAll() throws IOException {
        // Given: the first request shows where connections are accepted
        given().get("/q/health/live");
        List<Socket> clients = new ArrayList<>();
        try {
            for (String request : REQUESTS) {
                Socket client = new Socket(service.getHost(), service.getPort());
                clients.add(client);
                client.setSoTimeout(MILLIS_BETWEEN_BYTES);
                client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
            // When, Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(clients).allMatch(SlowClientsTest::isGone));
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** Sends one more byte and reads, if there is something to read. */
    private static boolean isGone(Socket client) {
        try {
            client.getOutputStream().write('a');
            return client.getInputStream().read(new byte[4096]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
