package org.citestream.classify;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.intake.TopicSettings;
import org.citestream.classify.trace.ArticleTraces;
import org.citestream.kit.kafka.KafkaClients;

/** Starts the loop with the service and stops it with it. */
@ApplicationScoped
public class LineService {

    private final LineSettings settings;
    private final Optional<LineLoop> loop;

    @Inject
    LineService(
            KafkaClients clients,
            LineSettings settings,
            TopicSettings topics,
            Classifier classifier,
            MeterRegistry registry,
            ArticleTraces traces) {
        this.settings = settings;
        this.loop = settings.line()
                ? Optional.of(new LineLoop(clients, settings, topics.replicationFactor(), classifier, registry, traces))
                : Optional.empty();
    }

    void start(@Observes StartupEvent event) {
        loop.ifPresent(LineLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.ifPresent(LineLoop::stop);
    }

    /** The loop; absent where configuration turned it off. */
    Optional<LineLoop> loop() {
        return loop;
    }

    String group() {
        return settings.group();
    }
}
