package org.citestream.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which model decides. */
@ConfigMapping(prefix = "citestream.model")
public interface ModelSettings {

    /** {@code linear}: trained weights; {@code cues}: the readable model, which needs no file. */
    enum Kind {
        LINEAR,
        CUES
    }

    @WithDefault("linear")
    Kind kind();

    /** Weights to use instead of the shipped ones. */
    Optional<Path> file();

    /**
     * Confidence below which the model abstains ({@code unclassified}), in [0, 1], for every type alike; recorded in every
     * event. Absent: one a type, as chosen for the shipped models.
     */
    Optional<Double> threshold();
}
