package org.citestream.cli.verify;

/**
 * What is compared of a statement.
 *
 * @param citing id of the citing article
 * @param revision of its reading
 * @param type 1 supporting, 2 mentioning, 3 contrasting, 0 anything else; the model's, without corrections
 */
record Row(String citing, long revision, int type) {

    private static final String[] TYPES = {"unclassified", "supporting", "mentioning", "contrasting"};

    @Override
    public String toString() {
        return "%s of %s, revision %d".formatted(TYPES[type], citing, revision);
    }
}
