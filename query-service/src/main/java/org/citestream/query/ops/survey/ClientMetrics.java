package org.citestream.query.ops.survey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citestream.kit.kafka.TimestampCounter;
import org.citestream.query.ops.OpsSettings;

/**
 * What only the clients of the broker know, read from the metrics of this instance and of the other services: how long ago
 * each last polled, and how many records with odd times they read. Thread-safe.
 */
@ApplicationScoped
class ClientMetrics {

    private static final Pattern POLL_AGE =
            Pattern.compile("^kafka_consumer_last_poll_seconds_ago\\{[^}]*client_id=\"([^\"]+)\"[^}]*} ([0-9.E+-]+)$");
    private static final Pattern ODD_TIME = Pattern.compile(
            "^citestream_records_odd_time_total\\{(?=[^}]*kind=\"([a-z]+)\")(?=[^}]*topic=\"([^\"]+)\")[^}]*} ([0-9.E+-]+)$");
    private static final int ANSWER_LIMIT = 4_000_000;

    private final MeterRegistry meters;
    private final OpsSettings settings;
    private final HttpClient http;
    private final Map<String, Double> others = new ConcurrentHashMap<>();
    private final Map<String, Map<OddTimes.OddTimeKind, Double>> oddTimes = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();

    ClientMetrics(MeterRegistry meters, OpsSettings settings) {
        this.meters = meters;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.serviceTimeout())
                .build();
    }

    /** Queries the other services again, without waiting for their answers. */
    void refresh() {
        Stream.concat(settings.ingestUrl().stream(), settings.classifyUrl().stream())
                .forEach(this::ask);
    }

    /** Unless the previous request is still pending. */
    private void ask(String url) {
        asked.compute(url, (service, before) -> before != null && !before.isDone() ? before : question(service));
    }

    /** For an unreachable service nothing new is reported; its last values disappear with its members. */
    private CompletableFuture<Void> question(String url) {
        return http.sendAsync(
                        HttpRequest.newBuilder(URI.create(url + "/q/metrics"))
                                .header("Accept", "text/plain")
                                .timeout(settings.serviceTimeout())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> take(url, answer.body()));
    }

    private void take(String url, String metrics) {
        if (metrics.length() >= ANSWER_LIMIT) {
            return;
        }
        Map<OddTimes.OddTimeKind, Double> odd = new HashMap<>();
        metrics.lines().forEach(line -> {
            Matcher match = POLL_AGE.matcher(line);
            Matcher time = ODD_TIME.matcher(line);
            if (match.find()) {
                others.put(match.group(1), Double.valueOf(match.group(2)));
            } else if (time.find()) {
                odd.put(new OddTimes.OddTimeKind(time.group(2), time.group(1)), Double.valueOf(time.group(3)));
            }
        });
        oddTimes.put(url, Map.copyOf(odd));
    }

    /** Records of the topic with an odd time that any service has read since it started. */
    OddTimes oddTimes(String topic) {
        return new OddTimes(oddTimes(topic, "future"), oddTimes(topic, "missing"));
    }

    private long oddTimes(String topic, String kind) {
        double own =
                Search.in(meters)
                        .name(TimestampCounter.METRIC)
                        .tag("topic", topic)
                        .tag("kind", kind)
                        .counters()
                        .stream()
                        .mapToDouble(Counter::count)
                        .sum();
        OddTimes.OddTimeKind its = new OddTimes.OddTimeKind(topic, kind);
        return (long) (own
                + oddTimes.values().stream()
                        .mapToDouble(odd -> odd.getOrDefault(its, 0.0))
                        .sum());
    }

    /** How long ago the client last polled, in seconds; NaN if unknown. */
    double pollAge(String clientId) {
        return Search.in(meters)
                .name("kafka.consumer.last.poll.seconds.ago")
                .tag("client.id", clientId)
                .gauges()
                .stream()
                .mapToDouble(Gauge::value)
                .findFirst()
                .orElse(others.getOrDefault(clientId, Double.NaN));
    }
}
