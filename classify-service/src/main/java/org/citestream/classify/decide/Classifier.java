package org.citestream.classify.decide;

/** Decides what a citation does. Implementations are immutable and safe for use by several threads. */
public interface Classifier {

    /** Which model this is. */
    ModelName model();

    /** Confidence below which it abstains, by type. */
    Thresholds thresholds();

    /** Whether an encoder stands behind it. */
    default EncoderStatus second() {
        return EncoderStatus.OFF;
    }

    /**
     * Never throws on odd input: what cannot be decided comes back as {@link Decision#failed}, and what is doubtful has
     * a low confidence.
     */
    Decision decide(Statement statement);

    /** As {@link #decide}, without asking an encoder. */
    default Decision decideAlone(Statement statement) {
        return decide(statement);
    }
}
