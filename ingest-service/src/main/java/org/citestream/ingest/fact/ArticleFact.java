package org.citestream.ingest.fact;

/** A fact that one reading of a citing article found, or took back: all of an article's stand in one partition, in order. */
public sealed interface ArticleFact extends Fact
        permits StatementExtracted, ReferencesListed, ArticleClosed, ArticleWithdrawn {

    /** The id of the citing article. */
    String citing();

    /** Which reading of the article this is, counted from 1. */
    long revision();

    @Override
    default Stream stream() {
        return Stream.STATEMENTS;
    }

    @Override
    default String recordKey() {
        return citing();
    }

    @Override
    default String about() {
        return citing();
    }

    @Override
    default long headerRevision() {
        return revision();
    }
}
