package org.citestream.query.search;

import org.apache.lucene.index.Term;

/**
 * Kinds of documents that make up an article in the index: its statements behind each other, each sentence behind the
 * statements it makes, the article behind them all.
 */
enum Layer {
    STATEMENT,
    SENTENCE,
    ARTICLE;

    static final String FIELD = "layer";

    /** The term that every document of the layer has. */
    Term term() {
        return new Term(FIELD, name());
    }
}
