package org.citestream.ingest.fact;

/** A fact from one ingestion of a citing article; all facts of an article are in one partition, in order. */
public sealed interface ArticleFact extends Fact
        permits StatementExtracted, ReferencesListed, ArticleClosed, ArticleWithdrawn {

    /** The id of the citing article. */
    String citing();

    /** The article's revision; a later one supersedes all earlier ones. */
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
