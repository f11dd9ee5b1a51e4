package org.citestream.classify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.replay.CandidateTopics;
import org.citestream.classify.replay.Replay;
import org.citestream.classify.trace.ArticleTraces;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.trace.Tracing;

/** The candidate's line: the same loop under its own group and output. A killed one resumes where it stopped. */
public final class CandidateLine implements Replay {

    private static final int TELL_MILLIS = 1000;
    private static final int LOOK_MILLIS = 50;

    private final KafkaClients kafka;
    private final LineSettings settings;
    private final short replicationFactor;
    private final Classifier classifier;

    public CandidateLine(KafkaClients kafka, LineSettings settings, short replicationFactor, Classifier classifier) {
        this.kafka = kafka;
        this.settings = settings;
        this.replicationFactor = replicationFactor;
        this.classifier = classifier;
    }

    @Override
    public void run(Consumer<String> told) {
        var loop = new LineLoop(
                kafka,
                settings,
                replicationFactor,
                classifier,
                new SimpleMeterRegistry(),
                // Articles are traced only on the live line.
                new ArticleTraces(new Tracing(OpenTelemetry.noop().getTracer("candidate"))));
        loop.start();
        try (Admin admin = kafka.admin()) {
            CandidateTopics topics = new CandidateTopics(admin, settings.input());
            long lastTold = System.nanoTime();
            while (!loop.catchUp().isDone()) {
                if (!loop.isAlive()) {
                    throw new IllegalStateException("the replay stopped: " + loop.failure());
                }
                if (System.nanoTime() - lastTold > TELL_MILLIS * 1_000_000L) {
                    tell(topics, told);
                    lastTold = System.nanoTime();
                }
                Thread.sleep(LOOK_MILLIS);
            }
            tell(topics, told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; run the same command again to go on", e);
        } finally {
            loop.stop();
        }
    }

    private static void tell(CandidateTopics topics, Consumer<String> told) {
        var progress = topics.progress();
        told.accept("%,d of %,d records read".formatted(progress.read(), progress.of()));
    }
}
