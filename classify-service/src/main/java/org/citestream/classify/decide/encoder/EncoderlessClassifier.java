package org.citestream.classify.decide.encoder;

import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.EncoderStatus;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;

/** The first classifier alone, where an encoder was wanted but cannot be had: every decision says so. */
public final class EncoderlessClassifier implements Classifier {

    private final Classifier first;
    private final double share;

    /**
     * Of the classifier that is left.
     *
     * @param share of ordinary traffic about which the encoder would have been asked, in [0, 1]
     */
    public EncoderlessClassifier(Classifier first, double share) {
        this.first = first;
        this.share = share;
    }

    @Override
    public ModelName model() {
        return first.model();
    }

    @Override
    public Thresholds thresholds() {
        return first.thresholds();
    }

    @Override
    public EncoderStatus second() {
        return new EncoderStatus(EncoderStatus.EncoderState.MISSING, share, Optional.empty());
    }

    @Override
    public Decision decide(Statement statement) {
        return Cascade.saying(first.decide(statement), Encoder.MISSING);
    }
}
