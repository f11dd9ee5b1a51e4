package org.citestream.query.check;

import java.util.List;

/**
 * A list as it was read.
 *
 * @param references in the order of the list
 * @param unlisted what the text cites and the list does not have, as its markers name it; empty without a text
 */
public record ReferenceList(ListFormat format, List<GivenReference> references, List<UnlistedMarker> unlisted) {

    /**
     * A marker that leads to nothing.
     *
     * @param target the id that it points to
     * @param text what it looks like
     */
    public record UnlistedMarker(String target, String text) {}

    public ReferenceList {
        references = List.copyOf(references);
        unlisted = List.copyOf(unlisted);
    }
}
