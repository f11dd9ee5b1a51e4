package org.citestream.query.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.TimeUnit;

/** The OpenTelemetry SDK of this service, set up by {@link TraceSettings}. */
@ApplicationScoped
class TracerSource {
    private static final String SERVICE = "query-service";

    private final SdkTracerProvider provider;

    TracerSource(TraceSettings settings) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", SERVICE)
                                .build())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.ratio())))
                .addSpanProcessor(processor(settings))
                .build();
    }

    private static SpanProcessor processor(TraceSettings settings) {
        if (settings.endpoint().isEmpty()) {
            // Without a processor the SDK would make no ids.
            return SimpleSpanProcessor.create(SpanExporter.composite());
        }
        return BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                        .setEndpoint(settings.endpoint().get().toString())
                        .setTimeout(settings.timeout())
                        .build())
                .build();
    }

    @Produces
    @ApplicationScoped
    Tracer tracer() {
        return provider.get("org.citestream.query");
    }

    @PreDestroy
    void close() {
        provider.shutdown().join(5, TimeUnit.SECONDS);
    }
}
