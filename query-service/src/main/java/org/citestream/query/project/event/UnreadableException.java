package org.citestream.query.project.event;

/** A record that can never become rows as it is: to be parked. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, for people and for counting. */
    public enum Category {
        /** The bytes are no JSON, or not of the record's shape. */
        UNDECODABLE("undecodable"),
        /** Readable, but breaks the contract. */
        CONTRACT("contract"),
        /** A type of record that this version does not know. */
        UNKNOWN_TYPE("unknown-type"),
        /** The database cannot hold it. */
        DATA("data"),
        /** An operator ordered it to be passed over, since the projection stopped at it. */
        SKIPPED("skipped");

        private final String label;

        Category(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final Category category;

    public UnreadableException(Category category, String reason, Throwable cause) {
        super(StoredText.keepable(String.valueOf(reason)), cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
