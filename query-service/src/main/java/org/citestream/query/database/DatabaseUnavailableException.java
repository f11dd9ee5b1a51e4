package org.citestream.query.database;

import java.sql.SQLException;

/** The database did not answer, or not as it should. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(SQLException cause) {
        super(cause);
    }
}
