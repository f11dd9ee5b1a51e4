package org.citestream.ingest.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class MemoryBudgetTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SENDERS = 30;
    private static final int SENT = 1_800_000;

    @Inject
    MemoryBudget memory;

    @Inject
    ArrivalSettings settings;

    @Test
    void shouldHoldNoMoreThanItsShareHoweverManySend() throws IOException {
        // Given: more than the memory takes, each without its last byte
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < SENDERS; i++) {
                senders.add(sending());
            }
            // When
            await().atMost(PATIENCE).until(() -> memory.taken() > 0);
            given().body(Jats.article().doi("10.5555/memory.1").bytes())
                    .post("/articles")
                    .then()
                    .statusCode(201);
            // Then
            assertThat(memory.taken())
                    .isPositive()
                    .isLessThanOrEqualTo(settings.memoryAtOnce().asLongValue());
        } finally {
            for (Socket sender : senders) {
                sender.close();
            }
        }
        await().atMost(PATIENCE).until(() -> memory.taken() == 0);
    }

    private static Socket sending() throws IOException {
        Socket sender = new Socket("localhost", RestAssured.port);
        byte[] blanks = new byte[SENT];
        Arrays.fill(blanks, (byte) ' ');
        sender.getOutputStream()
                .write(("POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (SENT + 1) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        sender.getOutputStream().write(blanks);
        return sender;
    }
}
