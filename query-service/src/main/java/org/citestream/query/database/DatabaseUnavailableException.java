package org.citestream.query.database;

import java.sql.SQLException;

/** The database did not answer, or answered with an error. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(SQLException cause) {
        super(cause);
    }
}
