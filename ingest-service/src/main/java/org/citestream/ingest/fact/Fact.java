package org.citestream.ingest.fact;

/** One fact for the log. The closed set of what ingest-service publishes; its JSON is the record's components. */
public sealed interface Fact permits ArticleFact, PublicationDescribed, AliasFound, NoticeIssued, NoticeWithdrawn {

    /** Which stream of the log a fact belongs to. */
    enum Stream {
        /** {@code citations.statements.v1}: in order per citing article, kept for ever. */
        STATEMENTS,
        /** {@code citations.publications.v1}: the last value of each key counts. */
        PUBLICATIONS
    }

    Stream stream();

    /** The record's key. */
    String recordKey();

    /** The publication that decides the partition and is named in the header {@code article}. */
    String about();

    /** The revision named in the header; 0 for facts that belong to no reading. */
    long headerRevision();

    /** The name of the event, as in the header {@code type}. */
    default String typeName() {
        return getClass().getSimpleName();
    }
}
