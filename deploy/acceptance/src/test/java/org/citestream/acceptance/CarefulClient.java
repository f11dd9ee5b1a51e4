package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Sends what a schedule says, each until it is acknowledged, and remembers the last acknowledgement of each article: all that
 * the checker goes by. For one thread; {@link #done()} may be asked by others.
 */
final class CarefulClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Line line;
    private final Map<Sample, Acknowledgement> acknowledged = new LinkedHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    CarefulClient(Line line) {
        this.line = line;
    }

    /**
     * What the line has said last of an article.
     *
     * @param publication its id
     * @param revision that was accepted
     * @param withdrawn whether it was taken back after that
     */
    record Acknowledgement(String publication, long revision, boolean withdrawn) {}

    /** How many uploads are done. */
    int done() {
        return done.get();
    }

    Map<Sample, Acknowledgement> acknowledged() {
        return acknowledged;
    }

    void send(FaultSchedule.Upload upload) {
        Sample sample = upload.sample();
        for (int half = 0; half < upload.halves(); half++) {
            sendHalf(sample);
        }
        if (upload.doubled()) {
            CompletableFuture<JsonNode> other = CompletableFuture.supplyAsync(() -> give(sample));
            accept(sample, give(sample));
            accept(sample, other.join());
        } else {
            accept(sample, give(sample));
        }
        if (upload.withdrawn()) {
            Acknowledgement given = acknowledged.get(sample);
            Api.Answer answer = until(
                    () -> line.ingest().delete("/articles/" + given.publication()), "withdrawal of " + sample.name());
            assertThat(answer.status() / 100).as(answer.body()).isEqualTo(2);
            acknowledged.put(sample, new Acknowledgement(given.publication(), given.revision(), true));
        }
        if (upload.again()) {
            accept(sample, give(sample));
        }
        done.incrementAndGet();
    }

    private JsonNode give(Sample sample) {
        return until(() -> line.ingest().post("/articles", sample.xml()), sample.name())
                .ok();
    }

    private void accept(Sample sample, JsonNode answer) {
        Acknowledgement before = acknowledged.get(sample);
        long revision = answer.path("revision").asLong();
        acknowledged.put(
                sample,
                new Acknowledgement(
                        answer.path("publication").asText(),
                        before == null ? revision : Math.max(before.revision(), revision),
                        false));
    }

    /** As any careful client: once more after no answer, and after one that says it is the server's fault. */
    private static Api.Answer until(Supplier<Api.Answer> call, String what) {
        return Awaitility.await("an answer to " + what)
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(call::get, answer -> answer.status() < 500 && answer.status() != 429);
    }

    /** Sends a part of an article, and is gone. */
    private void sendHalf(Sample sample) {
        byte[] body = sample.xml().getBytes(StandardCharsets.UTF_8);
        String authority = line.ingest().authority();
        String[] address = authority.split(":", -1);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.getOutputStream()
                    .write(("POST /articles HTTP/1.1\r\nHost: " + authority
                                    + "\r\nContent-Type: application/xml\r\nContent-Length: " + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, body.length / 2);
        } catch (IOException down) {
            // Nobody was there: nothing was acknowledged either.
        }
    }
}
