package org.citestream.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;

/** One question to the search index. */
@FunctionalInterface
public interface IndexCall<T> {

    /** Asks it. */
    T ask() throws IOException;

    /**
     * What the index answers, for callers who can do nothing about an index that cannot be read.
     *
     * @throws UncheckedIOException if the index cannot be read
     */
    static <T> T answer(IndexCall<T> call) {
        try {
            return call.ask();
        } catch (IOException broken) {
            throw new UncheckedIOException("the search index cannot be read", broken);
        }
    }
}
