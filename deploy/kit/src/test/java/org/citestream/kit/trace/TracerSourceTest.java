package org.citestream.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Spans reach a collector that speaks OTLP, and none is needed. */
class TracerSourceTest {
    private static final String TRACE = "5bd66ef5095369c7b0d1f8f4bd33716a";

    private record Settings(Optional<URI> endpoint, double ratio, Duration timeout) implements TraceSettings {}

    @Test
    void shouldSendSpansInTheCallersTraceWhenACollectorIsConfigured() throws Exception {
        // Given
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        var endpoint = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
        var source = new TracerSource(new Settings(Optional.of(endpoint), 1.0, Duration.ofSeconds(5)), "a-service");

        // When
        source.tracer()
                .spanBuilder("a step")
                .setParent(Traceparent.read("00-" + TRACE + "-c532cb4098ac3dd2-01"))
                .startSpan()
                .end();
        source.close();

        // Then
        String body = received.poll(10, TimeUnit.SECONDS);
        assertThat(body)
                .contains("a step", "a-service")
                .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1));
        collector.stop(0);
    }

    @Test
    void shouldStillMakeTraceIdsWhenNoCollectorIsConfigured() {
        // Given
        var source = new TracerSource(new Settings(Optional.empty(), 1.0, Duration.ofSeconds(5)), "a-service");

        // When
        Span span = source.tracer()
                .spanBuilder("a step")
                .setParent(Traceparent.read("not a traceparent"))
                .startSpan();

        // Then
        assertThat(span.getSpanContext().isValid()).isTrue();
        source.close();
    }
}
