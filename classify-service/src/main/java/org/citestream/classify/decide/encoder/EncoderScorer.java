package org.citestream.classify.decide.encoder;

import java.util.Optional;
import org.citestream.classify.decide.ModelName;

/** Scores one statement; what {@link Cascade} asks. Safe for use by several threads. */
@FunctionalInterface
public interface EncoderScorer {

    /**
     * Calibrated scores of one statement.
     *
     * @throws EncoderException if there is none to be had
     */
    EncoderScores scores(EncoderInput statement);

    /** Which model this is, where it has a name. */
    default Optional<ModelName> model() {
        return Optional.empty();
    }
}
