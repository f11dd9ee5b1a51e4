package org.citestream.query.export;

import java.io.IOException;

/** Writes statements in one format, one after the other. For one export, on one thread. */
interface FormatWriter {

    /** Writes what precedes the first statement. */
    void begin() throws IOException;

    void write(ExportRow row) throws IOException;

    /** Writes what follows the last statement; without it the export is incomplete. */
    void end(long statements) throws IOException;
}
