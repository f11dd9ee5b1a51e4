package org.citestream.ingest.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to hand on more than so many bytes. */
final class BoundedInput extends FilterInputStream {
    private final long most;
    private long read;

    BoundedInput(InputStream source, long most) {
        super(source);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw Refusal.limit("article-bytes", most);
        }
    }
}
