package org.citestream.classify.command;

import java.nio.file.Path;
import java.util.Optional;
import org.citestream.classify.EncoderSettings;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelFile;
import org.citestream.classify.decide.linear.ModelSource;
import picocli.CommandLine.Option;

/** Which model a command uses. */
final class ModelOptions {

    @Option(names = "--model", paramLabel = "FILE", description = "Weights to use instead of the shipped ones.")
    private Path model;

    @Option(
            names = "--threshold",
            description =
                    "Confidence below which the line would publish unclassified, for every type alike (default: one a"
                            + " type, as shipped).")
    private Double threshold;

    @Option(
            names = "--mix",
            split = ",",
            paramLabel = "SHARE",
            description = "Shares of supporting, mentioning and contrasting where the rows come from, instead of the"
                    + " shipped ones; three numbers that sum to 1.")
    private double[] mix;

    @Option(
            names = "--encoder",
            paramLabel = "SHARE",
            defaultValue = EncoderSettings.SHIPPED_SHARE,
            description = "Share of ordinary traffic, the least confident, about which the encoder is asked; 0 turns it"
                    + " off (default ${DEFAULT-VALUE}).")
    private double encoder;

    @Option(
            names = "--encoder-file",
            paramLabel = "FILE",
            description = "An encoder to use instead of the shipped one.")
    private Path encoderFile;

    /** The linear model with the encoder behind it. */
    Classifier classifier() {
        return behind(load(), mix == null ? TypeScores.SERVED : mix());
    }

    /** The same for rows whose mix of types is known. */
    Classifier classifier(TypeScores known) {
        return behind(load().forMix(known), known);
    }

    private Classifier behind(ModelFile file, TypeScores shares) {
        return EncoderSource.behind(
                new LinearClassifier(file, told().orElse(LinearClassifier.ALONE)),
                shares,
                told(),
                encoder,
                Optional.ofNullable(encoderFile),
                why -> System.err.println("going on without the encoder: " + why));
    }

    private ModelFile load() {
        ModelFile file = ModelSource.load(Optional.ofNullable(model));
        if (mix == null) {
            return file;
        }
        return file.forMix(mix());
    }

    private TypeScores mix() {
        if (mix.length != 3) {
            throw new IllegalArgumentException("--mix takes three shares, as 0.07,0.92,0.01");
        }
        return new TypeScores(mix[0], mix[1], mix[2]);
    }

    /** What is reported of as published. */
    Thresholds thresholds() {
        return told().orElseGet(() -> encoder > 0 ? Thresholds.shipped() : LinearClassifier.ALONE);
    }

    private Optional<Thresholds> told() {
        return Optional.ofNullable(threshold).map(Thresholds::all);
    }
}
