package org.citestream.query.search;

import java.util.UUID;

/** What the index holds of one statement that the tables must agree with; {@code cited} is the work's key. */
public record IndexedStatement(UUID id, long cited, String type, String section) {
    /** Takes the statements one by one. */
    @FunctionalInterface
    public interface StatementVisitor {
        void visit(IndexedStatement statement);
    }
}
