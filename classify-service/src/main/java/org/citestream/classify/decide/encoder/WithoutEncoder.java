package org.citestream.classify.decide.encoder;

import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Statement;

/** The first classifier alone, where an encoder was wanted but cannot be had: every decision says so. */
public final class WithoutEncoder implements Classifier {

    private final Classifier first;

    public WithoutEncoder(Classifier first) {
        this.first = first;
    }

    @Override
    public ModelName model() {
        return first.model();
    }

    @Override
    public double threshold() {
        return first.threshold();
    }

    @Override
    public Decision decide(Statement statement) {
        return Cascade.saying(first.decide(statement), Encoder.MISSING);
    }
}
