package org.citestream.classify.decide;

import java.util.function.Function;

/** Turns whatever a classifier throws into a decision that says so: the line never stops for one odd sentence. */
public final class SafeClassifier implements Classifier {

    private final Classifier classifier;

    public SafeClassifier(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public ModelName model() {
        return classifier.model();
    }

    @Override
    public Thresholds thresholds() {
        return classifier.thresholds();
    }

    @Override
    public EncoderStatus second() {
        return classifier.second();
    }

    @Override
    public Decision decide(Statement statement) {
        return safe(classifier::decide, statement);
    }

    @Override
    public Decision decideAlone(Statement statement) {
        return safe(classifier::decideAlone, statement);
    }

    private Decision safe(Function<Statement, Decision> deciding, Statement statement) {
        try {
            return deciding.apply(statement);
        } catch (RuntimeException | StackOverflowError e) {
            return Decision.failed("the classifier failed: " + e.getClass().getSimpleName(), thresholds(), Encoder.OFF);
        }
    }
}
