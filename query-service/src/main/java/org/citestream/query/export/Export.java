package org.citestream.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.citestream.query.database.DatabaseUnavailableException;

/**
 * An export of one moment that has not been written yet. It holds a database connection and a slot for exports until it
 * is closed. Written by one thread; {@link #cancel()} and {@link #close()} may come from another.
 */
public final class Export implements AutoCloseable {

    private final Connection connection;
    private final ExportManifest standing;
    private final ExportBody body;
    private final Clearing after;
    private final Runnable leave;
    private boolean writing;
    private boolean cancelled;
    private boolean closed;

    /** Writes the statements of a connection. */
    @FunctionalInterface
    interface ExportBody {
        void write(Connection connection, OutputStream out) throws SQLException, IOException;
    }

    /** Removes what the export left on its connection. */
    @FunctionalInterface
    interface Clearing {
        void clear(Connection connection) throws SQLException;
    }

    Export(Connection connection, ExportManifest standing, ExportBody body, Clearing after, Runnable leave) {
        this.connection = connection;
        this.standing = standing;
        this.body = body;
        this.after = after;
        this.leave = leave;
    }

    public ExportManifest manifest() {
        return standing;
    }

    /**
     * Writes all of it and closes it.
     *
     * @throws IOException when the reader has hung up, or has taken nothing for too long
     * @throws DatabaseUnavailableException if the database fails; what was written is then incomplete
     */
    public void writeTo(OutputStream out) throws IOException {
        synchronized (this) {
            if (cancelled || closed) {
                throw new IOException("the reader has gone");
            }
            writing = true;
        }
        try {
            body.write(connection, out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (SQLException e) {
            if (e.getCause() instanceof IOException reader) {
                throw reader;
            }
            synchronized (this) {
                if (cancelled) {
                    throw new IOException("the reader has gone", e);
                }
            }
            throw new DatabaseUnavailableException(e);
        } finally {
            synchronized (this) {
                writing = false;
            }
            close();
        }
    }

    /** Cancels the database's work for a reader that has hung up; the writing thread then closes the export. */
    public void cancel() {
        boolean nobodyWrites;
        synchronized (this) {
            if (closed) {
                return;
            }
            cancelled = true;
            nobodyWrites = !writing;
        }
        if (nobodyWrites) {
            close();
            return;
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // The export then ends by itself, at the latest with the next write that nobody reads.
            return;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            after.clear(connection);
        } catch (SQLException e) {
            // The pool discards a connection that cannot be rolled back.
            return;
        } finally {
            leave.run();
        }
    }
}
