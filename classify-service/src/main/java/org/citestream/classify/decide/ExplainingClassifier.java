package org.citestream.classify.decide;

/** A classifier that can ask its second opinion about any statement and say which words moved it; slow, for the curious. */
public interface ExplainingClassifier extends Classifier {

    /** A decision in which the second opinion took part where it could, with its evidence in place of the usual. */
    Decision explain(Statement statement);
}
