package org.citestream.query.export;

import java.io.IOException;

/** Statements in one format, one after the other. One export, one thread. */
interface FormatWriter {

    /** What stands before the first statement. */
    void begin() throws IOException;

    void write(ExportRow row) throws IOException;

    /** What stands behind the last; without it the export is torn. */
    void end(long statements) throws IOException;
}
