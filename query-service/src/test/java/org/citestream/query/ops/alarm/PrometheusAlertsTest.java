package org.citestream.query.ops.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.citestream.query.ops.OpsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as Prometheus 3 documents /api/v1/alerts. */
class PrometheusAlertsTest {

    private static final String ANSWER = """
            {"status":"success","data":{"alerts":[
            {"labels":{"alertname":"CitestreamLoopBehind","group":"citestream.classify","severity":"warning"},
             "annotations":{"summary":"citestream.classify is 7m behind its topics.","runbook":"deploy/RUNBOOK.md#x"},
             "state":"pending","activeAt":"2026-11-22T10:00:00.5Z","value":"4.2e+02"},
            {"labels":{"alertname":"CitestreamServiceDown","severity":"critical","service":"classify-service"},
             "annotations":{"summary":"classify-service does not answer."},
             "state":"firing","activeAt":"2026-11-22T10:01:00Z","value":"0e+00"}]}}""";

    private HttpServer server;
    private volatile String answer = ANSWER;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/alerts", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private PrometheusAlerts alerts() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new PrometheusAlerts(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(OpsSettings.class)
                .withDefaultValue("citestream.ops.prometheus-url", url)
                .build()
                .getConfigMapping(OpsSettings.class));
    }

    @Test
    void shouldTellWhatFiresFirstWhenPrometheusAnswers() {
        // Given
        PrometheusAlerts alerts = alerts();

        // When
        await().until(() -> alerts.lately().at() != null);

        // Then
        FiringAlerts told = alerts.lately();
        assertThat(told.trouble()).isNull();
        assertThat(told.alerts())
                .containsExactly(
                        new FiringAlert(
                                "CitestreamServiceDown",
                                "critical",
                                false,
                                "classify-service does not answer.",
                                null,
                                Instant.parse("2026-11-22T10:01:00Z"),
                                Map.of("service", "classify-service")),
                        new FiringAlert(
                                "CitestreamLoopBehind",
                                "warning",
                                true,
                                "citestream.classify is 7m behind its topics.",
                                "deploy/RUNBOOK.md#x",
                                Instant.parse("2026-11-22T10:00:00.5Z"),
                                Map.of("group", "citestream.classify")));
    }

    @Test
    void shouldSayWhyWhenPrometheusAnswersSomethingElse() {
        // Given
        answer = "<html>";
        PrometheusAlerts alerts = alerts();

        // When
        await().until(() ->
                alerts.lately().trouble() != null && !alerts.lately().trouble().equals("Asking Prometheus"));

        // Then
        assertThat(alerts.lately().trouble()).contains("other than JSON");
    }

    @Test
    void shouldSayWhyWhenPrometheusIsAway() {
        // Given
        server.stop(0);
        PrometheusAlerts alerts = alerts();

        // When
        await().until(() ->
                alerts.lately().trouble() != null && !alerts.lately().trouble().equals("Asking Prometheus"));

        // Then
        assertThat(alerts.lately().trouble()).contains("does not answer");
    }
}
