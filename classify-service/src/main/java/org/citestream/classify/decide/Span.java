package org.citestream.classify.decide;

/** A stretch of text in UTF-16 code units, start inclusive, end exclusive; {@code 0 <= start <= end}. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }

    /** This span cut to a text of that length, so that positions of a damaged event cannot lead outside it. */
    public Span within(int length) {
        return new Span(Math.min(start, length), Math.min(end, length));
    }
}
