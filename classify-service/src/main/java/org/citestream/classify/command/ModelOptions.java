package org.citestream.classify.command;

import java.nio.file.Path;
import java.util.Optional;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.linear.ModelFile;
import org.citestream.classify.decide.linear.ModelSource;
import picocli.CommandLine.Option;

/** Which model a command uses. */
final class ModelOptions {

    @Option(names = "--model", paramLabel = "FILE", description = "Weights to use instead of the shipped ones.")
    private Path model;

    @Option(
            names = "--threshold",
            defaultValue = "0.7",
            description = "Confidence below which the line would publish unclassified (default ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--mix",
            split = ",",
            paramLabel = "SHARE",
            description = "Shares of supporting, mentioning and contrasting where the rows come from, instead of the"
                    + " traffic's; three numbers that sum to 1.")
    private double[] mix;

    ModelFile load() {
        ModelFile file = ModelSource.load(Optional.ofNullable(model));
        if (mix == null) {
            return file;
        }
        if (mix.length != 3) {
            throw new IllegalArgumentException("--mix takes three shares, as 0.07,0.92,0.01");
        }
        return file.forMix(new TypeScores(mix[0], mix[1], mix[2]));
    }

    double threshold() {
        return threshold;
    }
}
