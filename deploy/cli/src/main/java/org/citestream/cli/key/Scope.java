package org.citestream.cli.key;

/** What a key allows. */
public enum Scope {
    /** Send, withdraw and re-read articles. */
    ingest,
    /** Correct labels. */
    curate,
    /** Look into and repair the line. */
    operate,
    /** Read, where reading needs a key. */
    read
}
