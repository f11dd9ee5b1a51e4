package org.citestream.query.collection;

import org.citestream.query.collection.CollectionOrder.CollectionSort;

/**
 * Which works of a collection are listed.
 *
 * @param tag only those with this tag; empty for all
 * @param limit at most so many
 * @param offset how many are skipped before them
 */
public record CollectionPart(CollectionSort sort, String tag, int limit, int offset) {

    /** All works in the order in which they were added, the last first. */
    public static CollectionPart whole() {
        return new CollectionPart(new CollectionSort(CollectionOrder.ADDED, false), "", Integer.MAX_VALUE, 0);
    }
}
