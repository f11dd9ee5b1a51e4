package org.citestream.ingest.statement;

/** A stretch of text, in UTF-16 units; {@code end} is exclusive and may equal {@code start}. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span from " + start + " to " + end);
        }
    }
}
