package org.citestream.ingest.arrival.pack;

import java.io.InputStream;

/** Counts the bytes that pass through; marking is left to a buffer around it. */
final class CountingInput extends CountedInput {
    private long passed;

    CountingInput(InputStream source) {
        super(source);
    }

    long passed() {
        return passed;
    }

    @Override
    void count(int bytes) {
        passed += bytes;
    }
}
