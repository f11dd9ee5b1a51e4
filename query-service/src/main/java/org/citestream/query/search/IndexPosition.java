package org.citestream.query.search;

/**
 * How far an index has followed.
 *
 * @param generation number of the generation of the view that it was filled from; 0 for none
 * @param sequence last change that is in
 * @param touched publications touched by a transaction with a smaller id are in
 */
public record IndexPosition(int generation, long sequence, long touched) {
    public static final IndexPosition NOWHERE = new IndexPosition(0, 0, 0);

    public IndexPosition {
        if (generation < 0 || sequence < 0 || touched < 0) {
            throw new IllegalArgumentException("a place is never before the beginning");
        }
    }
}
