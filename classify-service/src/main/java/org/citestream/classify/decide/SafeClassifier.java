package org.citestream.classify.decide;

/** Turns whatever a classifier throws into a decision that says so: the line never stops for one odd sentence. */
public final class SafeClassifier extends ClassifierDecorator {

    public SafeClassifier(Classifier classifier) {
        super(classifier);
    }

    @Override
    public Decision decide(Statement statement) {
        try {
            return first().decide(statement);
        } catch (RuntimeException | StackOverflowError e) {
            return Decision.failed("the classifier failed: " + e.getClass().getSimpleName(), thresholds(), Encoder.OFF);
        }
    }
}
