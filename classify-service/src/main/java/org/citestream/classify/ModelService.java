package org.citestream.classify;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.cue.CueClassifier;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;

/** Loads the model once, at start. */
@ApplicationScoped
public class ModelService {

    @Produces
    @Singleton
    Classifier classifier(ModelSettings settings, EncoderSettings encoder) {
        return switch (settings.kind()) {
            case LINEAR ->
                EncoderSource.behind(
                        new LinearClassifier(ModelSource.load(settings.file()), settings.threshold()),
                        TypeScores.SERVED,
                        encoder.share(),
                        encoder.file(),
                        Log::warn);
            case CUES -> new CueClassifier(settings.threshold());
        };
    }
}
