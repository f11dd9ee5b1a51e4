package org.citestream.classify.decide;

import java.util.function.Function;

/** Turns whatever a classifier throws into a decision that says so: the line never stops for one odd sentence. */
public final class SafeClassifier extends ClassifierDecorator {

    public SafeClassifier(Classifier classifier) {
        super(classifier);
    }

    @Override
    public Decision decide(Statement statement) {
        return safe(first()::decide, statement);
    }

    @Override
    public Decision decideAlone(Statement statement) {
        return safe(first()::decideAlone, statement);
    }

    private Decision safe(Function<Statement, Decision> deciding, Statement statement) {
        try {
            return deciding.apply(statement);
        } catch (RuntimeException | StackOverflowError e) {
            return Decision.failed("the classifier failed: " + e.getClass().getSimpleName(), thresholds(), Encoder.OFF);
        }
    }
}
