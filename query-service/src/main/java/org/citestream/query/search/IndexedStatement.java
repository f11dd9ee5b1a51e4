package org.citestream.query.search;

import java.util.UUID;

/** What the index holds of one statement that the tables must agree with. */
public record IndexedStatement(UUID id, String cited, String type, String section) {
    /** Takes the statements one by one. */
    @FunctionalInterface
    public interface Visitor {
        void visit(IndexedStatement statement);
    }
}
