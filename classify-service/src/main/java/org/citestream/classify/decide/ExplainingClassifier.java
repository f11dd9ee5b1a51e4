package org.citestream.classify.decide;

/**
 * A classifier that can also ask its encoder about any statement and explain which words mattered; slow, for single
 * requests.
 */
public interface ExplainingClassifier extends Classifier {

    /** A decision in which the second opinion took part where it could, with its evidence in place of the usual. */
    Decision explain(Statement statement);
}
