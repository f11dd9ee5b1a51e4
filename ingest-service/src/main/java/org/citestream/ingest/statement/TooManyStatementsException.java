package org.citestream.ingest.statement;

/** An article has more citation statements than the limit allows. */
public final class TooManyStatementsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStatementsException(int most) {
        super("more than " + most + " statements; the limit is the setting citestream.limits.statements");
    }
}
