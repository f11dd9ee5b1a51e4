package org.citestream.query.http;

import jakarta.ws.rs.core.UriInfo;
import org.citestream.query.problem.WrittenNumber;

/** A part of a list: how many entries, and how many are skipped before them. */
public record Paging(int limit, int offset) {

    private static final int MOST = 1000;

    /** Reads {@code limit} and {@code offset}; {@code usual} is the default limit. */
    public static Paging of(UriInfo address, int usual) {
        return new Paging(
                number(address, "limit", usual, 1, MOST), number(address, "offset", 0, 0, Integer.MAX_VALUE - MOST));
    }

    private static int number(UriInfo address, String name, int usual, int least, int most) {
        String written = address.getQueryParameters().getFirst(name);
        return written == null ? usual : new WrittenNumber(name, written).between(least, most);
    }
}
