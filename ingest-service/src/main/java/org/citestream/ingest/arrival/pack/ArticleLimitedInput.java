package org.citestream.ingest.arrival.pack;

import java.io.InputStream;

/**
 * The bytes of a set of articles, refused when one of its articles, or the text between two of them, is too large. For
 * one thread.
 */
final class ArticleLimitedInput extends CountedInput {
    private final long most;
    private long passed;

    ArticleLimitedInput(InputStream source, long most) {
        super(source);
        this.most = most;
    }

    /** Restarts the count. */
    void begin() {
        passed = 0;
    }

    @Override
    void count(int bytes) throws PackRefusedException {
        passed += bytes;
        if (passed > most) {
            throw new PackRefusedException(
                    "An article of the set has more than " + most
                            + " bytes; the limit is the setting citestream.limits.article-bytes",
                    null);
        }
    }
}
