package org.citestream.classify.decide.encoder;

import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.ClassifierDecorator;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.EncoderStatus;
import org.citestream.classify.decide.Statement;

/** The first classifier alone, where an encoder was wanted but cannot be had: every decision says so. */
public final class EncoderlessClassifier extends ClassifierDecorator {

    private final double share;

    /**
     * Of the classifier that is left.
     *
     * @param share of ordinary traffic about which the encoder would have been asked, in [0, 1]
     */
    public EncoderlessClassifier(Classifier first, double share) {
        super(first);
        this.share = share;
    }

    @Override
    public EncoderStatus second() {
        return new EncoderStatus(EncoderStatus.EncoderState.MISSING, share, Optional.empty());
    }

    @Override
    public Decision decide(Statement statement) {
        return Cascade.saying(first().decide(statement), Encoder.MISSING);
    }
}
