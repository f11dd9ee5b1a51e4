package org.citestream.classify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.cue.CueClassifier;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;

/** Loads the model once, at start. */
@ApplicationScoped
public class ModelService {

    @Produces
    @Singleton
    Classifier classifier(ModelSettings settings) {
        return switch (settings.kind()) {
            case LINEAR -> new LinearClassifier(ModelSource.load(settings.file()), settings.threshold());
            case CUES -> new CueClassifier(settings.threshold());
        };
    }
}
