package org.citestream.cli.feed;

/** What a path turned out to hold. */
sealed interface FoundFile {

    /** Path of the file; for a member of an archive {@code ARCHIVE!member}. */
    String file();

    /**
     * An article to send.
     *
     * @param xml unpacked; the array belongs to this record from now on
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Article(String file, byte[] xml) implements FoundFile {}

    /** Something that should be an article, or hold some, and cannot be read. */
    record Unreadable(String file, String reason) implements FoundFile {}
}
