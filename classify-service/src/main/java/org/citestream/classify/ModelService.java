package org.citestream.classify;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.cue.CueClassifier;
import org.citestream.classify.replay.ModelFolder;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the model at start: the file that configuration names, else the promoted one, else the shipped one. */
@ApplicationScoped
public class ModelService {

    /** The readable model is not calibrated: below this confidence it should abstain. */
    private static final double CUES_ALONE = 0.85;

    @Produces
    @Singleton
    Classifier classifier(
            ModelSettings settings,
            EncoderSettings encoder,
            @ConfigProperty(name = "citestream.data") Optional<Path> data) {
        return switch (settings.kind()) {
            case LINEAR ->
                new LiveClassifier(
                        () -> settings.file().or(() -> data.flatMap(directory -> new ModelFolder(directory).live())),
                        weights -> Models.line(weights, settings, encoder, Log::warn));
            case CUES -> new CueClassifier(settings.threshold().orElse(CUES_ALONE));
        };
    }
}
