package org.citestream.classify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;

/** Builds the classifier from weights, the same way for the line and for a candidate. */
public final class Models {

    private Models() {}

    /** The linear model with the encoder behind it, as configured; without weights, the shipped ones. */
    public static Classifier line(
            Optional<Path> weights, ModelSettings settings, EncoderSettings encoder, Consumer<String> warn) {
        return EncoderSource.behind(
                new LinearClassifier(
                        ModelSource.load(weights),
                        settings.threshold().map(Thresholds::all).orElse(LinearClassifier.ALONE)),
                TypeScores.SERVED,
                settings.threshold().map(Thresholds::all),
                encoder.share(),
                encoder.file(),
                warn);
    }
}
