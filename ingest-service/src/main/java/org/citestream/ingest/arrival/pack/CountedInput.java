package org.citestream.ingest.arrival.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports every byte read to its subclass; marking is left to a buffer around it. For one thread. */
abstract class CountedInput extends FilterInputStream {

    CountedInput(InputStream source) {
        super(source);
    }

    /** Called with the number of bytes just read, 0 at the end; refuses by throwing. */
    abstract void count(int bytes) throws IOException;

    @Override
    public final int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(0, got));
        return got;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
