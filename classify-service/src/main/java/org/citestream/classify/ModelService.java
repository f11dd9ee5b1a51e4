package org.citestream.classify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.cue.CueClassifier;

/** Loads the model once, at start. */
@ApplicationScoped
public class ModelService {

    @Produces
    @Singleton
    Classifier classifier(ModelSettings settings) {
        return new CueClassifier(settings.threshold());
    }
}
