package org.citestream.ingest.arrival.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what passes; marking is left to a buffer around it. */
final class CountingInput extends FilterInputStream {
    private long passed;

    CountingInput(InputStream source) {
        super(source);
    }

    long passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        passed += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        passed += Math.max(0, got);
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
