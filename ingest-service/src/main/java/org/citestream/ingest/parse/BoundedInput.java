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

    /** The source itself failed; what else calls itself an IOException is the XML's fault. */
    static final class SourceException extends IOException {
        private static final long serialVersionUID = 1L;

        SourceException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public int read() throws IOException {
        int next;
        try {
            next = super.read();
        } catch (IOException broken) {
            throw new SourceException(broken);
        }
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got;
        try {
            got = super.read(buffer, offset, length);
        } catch (IOException broken) {
            throw new SourceException(broken);
        }
        if (got > 0) {
            count(got);
        }
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw RefusalException.limit("article-bytes", most);
        }
    }
}
