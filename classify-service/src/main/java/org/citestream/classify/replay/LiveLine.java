package org.citestream.classify.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.publish.Publisher;
import org.citestream.kit.control.LoopOrder;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.kafka.KafkaClients;

/** The line that decides now, as a promotion handles it: pause, resume, ask what it is doing. */
final class LiveLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 100;

    private final KafkaClients kafka;
    private final LineSettings live;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /**
     * Does not connect yet.
     *
     * @param address where the service answers
     */
    LiveLine(KafkaClients kafka, LineSettings live, URI address) {
        this.kafka = kafka;
        this.live = live;
        this.address = address;
    }

    /** Whether somebody paused it. */
    boolean isPaused() {
        try (var control = new PauseOrders(kafka.reader(live.group() + ".control", Map.of()), live.control())) {
            control.readAll();
            return control.isPaused(live.group());
        }
    }

    /** Pauses it and returns once it has paused, or if it is not running at all. */
    void pause(Publisher publisher) {
        order(LoopOrder.PAUSED, publisher);
        await("to pause", () -> {
            JsonNode health = get("/q/health/live");
            for (JsonNode check : health.path("checks")) {
                String state = check.path("data").path("state").asText();
                if (!state.isEmpty()) {
                    return !List.of("RUNNING", "STARTING", "RETRYING").contains(state);
                }
            }
            return true;
        });
    }

    void resume(Publisher publisher) {
        order(LoopOrder.RESUMED, publisher);
    }

    /** Waits until it uses that model; a service that is not running will do so when it starts. */
    void awaitModel(String checksum) {
        await("to decide by the new model", () -> {
            JsonNode card = get("/model");
            return card.isMissingNode()
                    || card.path("model").path("checksum").asText().equals(checksum);
        });
    }

    private void order(LoopOrder order, Publisher publisher) {
        String value = JSON.createObjectNode()
                .put("group", live.group())
                .put("by", "reclassify")
                .put("why", "promotion of a model")
                .put("at", Instant.now().toString())
                .toString();
        var record = new ProducerRecord<>(live.control(), 0, bytes(live.group()), bytes(value));
        HeaderText.describe(record.headers(), order.wireName(), "", 0);
        publisher.publish(List.of(record));
    }

    /** Missing if nothing answers there. */
    private JsonNode get(String path) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (java.net.ConnectException down) {
            return JSON.missingNode();
        } catch (IOException odd) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JSON.missingNode();
        }
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the live line did not come " + what + " within " + PATIENCE.toSeconds()
                        + " s; run --promote again to go on");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
