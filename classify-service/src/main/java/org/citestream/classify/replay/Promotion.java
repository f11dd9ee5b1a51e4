package org.citestream.classify.replay;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.publish.Publisher;
import org.citestream.kit.kafka.KafkaClients;

/**
 * Makes a candidate the live model. The live line is paused meanwhile, so that no label of the old model can follow one
 * of the new: replay to the end, append, exchange the weights, resume the line. Every step can be done again, so a
 * killed promotion is finished by the same command.
 */
public final class Promotion {

    private final ModelFolder models;
    private final KafkaClients kafka;
    private final LineSettings live;
    private final Replay replay;
    private final Consumer<String> told;

    public Promotion(ModelFolder models, KafkaClients kafka, LineSettings live, Replay replay, Consumer<String> told) {
        this.models = models;
        this.kafka = kafka;
        this.live = live;
        this.replay = replay;
        this.told = told;
    }

    /** Returns how many statements were appended by this run. */
    public long run(ModelFolder.Candidate candidate, URI service) throws IOException {
        LiveLine line = new LiveLine(kafka, live, service);
        try (var publisher = new Publisher(kafka, live.deliveryTimeout())) {
            // Most of it while the line is still running.
            replay.run(told);
            ModelFolder.Candidate begun = candidate.promoting() ? candidate : candidate.promoting(!line.isPaused());
            models.note(begun);
            line.pause(publisher);
            replay.run(told);
            long appended =
                    new Appender(kafka, live.output()).append(publisher, n -> told.accept(n + " statements appended"));
            models.install(begun);
            if (begun.paused()) {
                line.resume(publisher);
                line.awaitModel(begun.model().checksum());
            }
            return appended;
        }
    }
}
