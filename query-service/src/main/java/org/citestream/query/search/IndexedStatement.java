package org.citestream.query.search;

import java.util.UUID;

/** The values of one statement in the index that must agree with the tables; {@code cited} is the work's key. */
public record IndexedStatement(UUID id, long cited, String type, String section) {
    /** Receives the statements one by one. */
    @FunctionalInterface
    public interface StatementVisitor {
        void visit(IndexedStatement statement);
    }
}
