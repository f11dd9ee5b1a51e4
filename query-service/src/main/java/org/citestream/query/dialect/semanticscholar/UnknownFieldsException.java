package org.citestream.query.dialect.semanticscholar;

import java.util.Set;

/** Fields that cannot be had. */
final class UnknownFieldsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownFieldsException(Set<String> unknown) {
        super("Unrecognized or unsupported fields: " + unknown);
    }
}
