package org.citestream.ingest.arrival.pack;

import java.io.InputStream;

/** Bytes of a set, refused when one of its articles, or what is between two, has too many. For one thread. */
final class ArticleLimitedInput extends CountedInput {
    private final long most;
    private long passed;

    ArticleLimitedInput(InputStream source, long most) {
        super(source);
        this.most = most;
    }

    /** Counts from here on. */
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
