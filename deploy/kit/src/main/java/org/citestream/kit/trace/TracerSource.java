package org.citestream.kit.trace;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The OpenTelemetry SDK of a service, set up by {@link TraceSettings}. */
@ApplicationScoped
class TracerSource {
    private final SdkTracerProvider provider;

    TracerSource(TraceSettings settings, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", service)
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
        return provider.get("org.citestream");
    }

    @PreDestroy
    void close() {
        provider.shutdown().join(5, TimeUnit.SECONDS);
    }
}
