package org.citestream.query.search;

/**
 * The position up to which an index has followed the tables.
 *
 * @param generation number of the generation of the view that it was filled from; 0 for none
 * @param sequence number of the last change that is included
 * @param touched publications touched by transactions with smaller ids are included
 * @param life of the database that these numbers are of; empty if unknown
 */
public record IndexPosition(int generation, long sequence, long touched, String life) {
    public static final IndexPosition NOWHERE = new IndexPosition(0, 0, 0);

    public IndexPosition {
        if (generation < 0 || sequence < 0 || touched < 0) {
            throw new IllegalArgumentException("a place is never before the beginning");
        }
    }

    /** In a life that is not known. */
    public IndexPosition(int generation, long sequence, long touched) {
        this(generation, sequence, touched, "");
    }
}
