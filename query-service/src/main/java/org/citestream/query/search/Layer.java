package org.citestream.query.search;

import org.apache.lucene.index.Term;

/**
 * Kinds of documents that make up an article in the index: statements first, each sentence after its statements, and
 * the article after them all.
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
