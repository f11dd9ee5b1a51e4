package org.citestream.query.dialect.scite;

/** A part of a list, as {@code limit} and {@code offset} ask for it. */
record Span(int limit, int offset) {

    static Span of(SciteParameters asked, int most) {
        return new Span(
                asked.number("limit", most).orElse(most),
                asked.number("offset", Integer.MAX_VALUE).orElse(0));
    }
}
