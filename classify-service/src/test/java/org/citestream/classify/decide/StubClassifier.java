package org.citestream.classify.decide;

import java.util.function.Function;

/** A classifier for tests that decides as it is told. */
public record StubClassifier(Function<Statement, Decision> decides) implements Classifier {

    @Override
    public ModelName model() {
        return new ModelName("stub", "1", "sha256:00");
    }

    @Override
    public Thresholds thresholds() {
        return Thresholds.all(0.5);
    }

    @Override
    public Decision decide(Statement statement) {
        return decides.apply(statement);
    }
}
