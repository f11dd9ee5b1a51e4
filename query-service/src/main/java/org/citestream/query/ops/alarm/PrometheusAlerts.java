package org.citestream.query.ops.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.citestream.query.ops.OpsSettings;

/**
 * Asks Prometheus, which evaluates the rules, which alerts fire. Pages show the last answer, so a slow Prometheus delays
 * nobody. Thread-safe.
 */
@ApplicationScoped
public class PrometheusAlerts {

    private static final Duration OLD = Duration.ofSeconds(10);
    private static final int ANSWER_LIMIT = 4_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpsSettings settings;
    private final HttpClient http;
    private volatile FiringAlerts last;
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
    private long askedAt;

    PrometheusAlerts(OpsSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.serviceTimeout())
                .build();
        this.last = new FiringAlerts(
                null,
                List.of(),
                settings.prometheusUrl().isPresent()
                        ? "Asking Prometheus"
                        : "Set citestream.ops.prometheus-url to show the alerts that fire");
    }

    /** The last answer; asks again in the background when it is some seconds old. */
    public synchronized FiringAlerts lately() {
        boolean old = askedAt == 0 || System.nanoTime() - askedAt > OLD.toNanos();
        if (settings.prometheusUrl().isPresent() && old && asked.isDone()) {
            askedAt = System.nanoTime();
            asked = ask(settings.prometheusUrl().get());
        }
        return last;
    }

    private CompletableFuture<Void> ask(URI url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/alerts"))
                .header("Accept", "application/json")
                .timeout(settings.serviceTimeout())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenAccept(answer -> last = read(answer))
                .exceptionally(away -> {
                    last = trouble("Prometheus at %s does not answer: %s".formatted(url, away.getMessage()));
                    return null;
                });
    }

    /** With the alerts of the last answer, which may still fire. */
    private FiringAlerts trouble(String why) {
        return new FiringAlerts(last.at(), last.alerts(), why);
    }

    private FiringAlerts read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || answer.body().length() > ANSWER_LIMIT) {
            return trouble("Prometheus answered %d".formatted(answer.statusCode()));
        }
        try {
            List<FiringAlert> alerts = new ArrayList<>();
            JSON.readTree(answer.body()).path("data").path("alerts").forEach(alert -> alerts.add(alert(alert)));
            alerts.sort(Comparator.comparing(FiringAlert::pending)
                    .thenComparing(alert -> !"critical".equals(alert.severity()))
                    .thenComparing(FiringAlert::name));
            return new FiringAlerts(Instant.now(), alerts, null);
        } catch (IOException unreadable) {
            return trouble("Prometheus answered with something other than JSON");
        }
    }

    private static FiringAlert alert(JsonNode alert) {
        Map<String, String> labels = new HashMap<>();
        alert.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String name = labels.remove("alertname");
        String severity = labels.remove("severity");
        JsonNode said = alert.path("annotations");
        return new FiringAlert(
                name == null ? "unnamed" : name,
                severity == null ? "warning" : severity,
                "pending".equals(alert.path("state").asText()),
                said.path("summary").asText(""),
                said.path("runbook").asText(null),
                since(alert.path("activeAt").asText()),
                labels);
    }

    private static Instant since(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException unsaid) {
            return null;
        }
    }
}
