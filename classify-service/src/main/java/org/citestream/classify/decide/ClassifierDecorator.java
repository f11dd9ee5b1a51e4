package org.citestream.classify.decide;

/** A classifier that delegates to another one whatever it does not override. */
public abstract class ClassifierDecorator implements Classifier {

    private final Classifier first;

    protected ClassifierDecorator(Classifier first) {
        this.first = first;
    }

    /** The classifier behind this one. */
    protected final Classifier first() {
        return first;
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
        return first.second();
    }
}
