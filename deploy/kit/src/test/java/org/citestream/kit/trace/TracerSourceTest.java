package org.citestream.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    void shouldLinkABatchToTheTracesInIt() {
        // Given
        var exported = new ArrayList<SpanData>();
        var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new SpanExporter() {
                    @Override
                    public CompletableResultCode export(Collection<SpanData> spans) {
                        exported.addAll(spans);
                        return CompletableResultCode.ofSuccess();
                    }

                    @Override
                    public CompletableResultCode flush() {
                        return CompletableResultCode.ofSuccess();
                    }

                    @Override
                    public CompletableResultCode shutdown() {
                        return CompletableResultCode.ofSuccess();
                    }
                }))
                .build();
        var tracing = new Tracing(provider.get("test"));
        var traces = Arrays.asList("00-" + TRACE + "-c532cb4098ac3dd2-01", null, "not a traceparent");

        // When
        tracing.ofBatch("citations.statements.v1", "citestream.classify", 70, traces, Instant.now())
                .close();

        // Then
        SpanData batch = exported.get(0);
        assertThat(batch.getName()).isEqualTo("process citations.statements.v1");
        assertThat(batch.getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isEqualTo(TRACE));
        assertThat(batch.getTraceId()).isNotEqualTo(TRACE);
        assertThat(batch.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("messaging.system"), "kafka")
                .containsEntry(AttributeKey.stringKey("messaging.operation.type"), "process")
                .containsEntry(AttributeKey.stringKey("messaging.destination.name"), "citations.statements.v1")
                .containsEntry(AttributeKey.stringKey("messaging.consumer.group.name"), "citestream.classify")
                .containsEntry(AttributeKey.longKey("messaging.batch.message_count"), 70L);
        provider.close();
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
