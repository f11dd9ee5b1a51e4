package org.citestream.classify.decide.encoder;

/** Scores one statement; what {@link Cascade} asks. Safe for use by several threads. */
@FunctionalInterface
public interface Opinion {

    /**
     * Calibrated scores of one statement.
     *
     * @throws EncoderException if there is none to be had
     */
    EncoderScores scores(EncoderInput statement);
}
