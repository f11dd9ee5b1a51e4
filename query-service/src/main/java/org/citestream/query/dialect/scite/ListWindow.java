package org.citestream.query.dialect.scite;

/** A part of a list, given by {@code limit} and {@code offset}. */
record ListWindow(int limit, int offset) {

    static ListWindow of(SciteParameters asked, int most) {
        return new ListWindow(
                asked.number("limit", most).orElse(most),
                asked.number("offset", Integer.MAX_VALUE).orElse(0));
    }
}
