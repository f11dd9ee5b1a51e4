package org.citestream.query.stream;

import io.vertx.core.buffer.Buffer;
import org.citestream.query.change.Change;

/** A change with its bytes on the wire, encoded once for all readers. */
record Frame(Change change, Buffer bytes) {

    static Frame of(Change change) {
        // The payload is compact JSON, in which line breaks are escaped, so it fits on one data line.
        return new Frame(
                change,
                Buffer.buffer("id: " + change.sequence() + "\nevent: "
                        + change.type().wireName() + "\ndata: " + change.payload() + "\n\n"));
    }

    /** An event that is not a change and has no id, so that a reader resumes from the last change it saw. */
    static Buffer notice(String event, String data) {
        return Buffer.buffer("event: " + event + "\ndata: " + data + "\n\n");
    }

    long sequence() {
        return change.sequence();
    }
}
